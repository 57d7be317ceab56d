package io.cleanplate.mask;

import java.util.Arrays;

/** The runs of masked pixels in one row, from left to right, never touching; used again for row after row. */
final class RowRuns {
    private int[] starts = new int[16];
    private int[] ends = new int[16];
    private int count;

    int count() {
        return count;
    }

    /** The first column of a run. */
    int start(int run) {
        return starts[run];
    }

    /** The column behind the last of a run. */
    int end(int run) {
        return ends[run];
    }

    /** Takes the runs of a row inside the picture, looking at {@code left <= x < right} only. */
    RowRuns read(Tiles tiles, int y, int left, int right) {
        count = 0;
        for (int x = left; x < right; ) {
            int end = Tiles.partEnd(x, right);
            byte[] tile = tiles.tile(tiles.index(x, y));
            if (tile != null) {
                read(tile, Tiles.offset(x, y), x, end);
            }
            x = end;
        }
        return this;
    }

    /** Takes what lies between another row's runs from {@code left} to {@code right}. */
    RowRuns readGaps(RowRuns other, int left, int right) {
        count = 0;
        int from = left;
        for (int run = 0; run < other.count; run++) {
            add(from, other.starts[run]);
            from = other.ends[run];
        }
        add(from, right);
        return this;
    }

    /** Takes a single run. */
    RowRuns readOne(int left, int right) {
        count = 0;
        add(left, right);
        return this;
    }

    private void read(byte[] tile, int offset, int left, int right) {
        int x = left;
        while (x < right) {
            int at = offset + x - left;
            int gap = Arrays.mismatch(tile, at, offset + right - left, Tiles.NONE, 0, right - x);
            if (gap < 0) {
                return;
            }
            x += gap;
            int length = Arrays.mismatch(tile, at + gap, offset + right - left, Tiles.FULL, 0, right - x);
            int end = length < 0 ? right : x + length;
            add(x, end);
            x = end;
        }
    }

    private void add(int start, int end) {
        if (start >= end) {
            return;
        }
        if (count > 0 && ends[count - 1] == start) {
            ends[count - 1] = end;
            return;
        }
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, 2 * count);
            ends = Arrays.copyOf(ends, 2 * count);
        }
        starts[count] = start;
        ends[count++] = end;
    }
}
