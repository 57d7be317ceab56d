package io.cleanplate.desktop.editor.canvas;

import io.cleanplate.imaging.Rect;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A mask at every halving of its size, kept in step with the one that is being painted, so that a small view of a large
 * picture shows all of it. A value says how much is masked, 0 none to 255 all; a speck stays to be seen from afar, since of
 * four pixels the most masked one counts for more than the mean. Memory is taken only where something was masked. Belongs to
 * the thread that paints; others may read while it waits for them.
 */
final class MaskLevels {
    private static final int SHIFT = 8;
    private static final int SIDE = 1 << SHIFT;
    private static final byte[] NONE = new byte[4 * SIDE * SIDE];

    private final int width;
    private final int height;
    private final Source source;
    private final Level[] levels;
    private byte[] scratch = new byte[4 * SIDE * SIDE];

    /** Where the mask is read: {@code PaintedPicture::copyMask}, or a part of it that is painted otherwise. */
    @FunctionalInterface
    interface Source {
        /** Copies an area inside the picture, row by row, 0 or 1. */
        void copy(Rect area, byte[] target);
    }

    /** A mask of this size that is read from the source where {@link #update} says. */
    MaskLevels(int width, int height, Source source) {
        this.width = width;
        this.height = height;
        this.source = source;
        IntFunction<Level> level =
                index -> new Level(((width - 1) >> (index + 1)) + 1, ((height - 1) >> (index + 1)) + 1);
        int count = 0;
        while ((Math.max(width, height) - 1) >> count > 0) {
            count++;
        }
        this.levels = IntStream.range(0, Math.max(1, count)).mapToObj(level).toArray(Level[]::new);
    }

    /** The highest level that there is. */
    int top() {
        return levels.length;
    }

    /** Whether nothing is masked in an area of the picture; may say no where something was masked. */
    boolean blank(Rect area) {
        Rect inside = area.intersect(Rect.ofSize(width, height));
        return inside.isEmpty() || levels[0].blank(Pyramid.halved(inside));
    }

    /** Takes over what changed in an area of the picture. */
    void update(Rect area) {
        Rect changed = Pyramid.halved(area.intersect(Rect.ofSize(width, height)));
        if (changed.isEmpty()) {
            return;
        }
        levels[0].forEachTile(changed, (index, part) -> reduceSource(index, part));
        for (int above = 1; above < levels.length; above++) {
            changed = Pyramid.halved(changed);
            Level from = levels[above - 1];
            Level to = levels[above];
            to.forEachTile(changed, (index, part) -> reduce(from, to, index, part));
        }
    }

    private void reduceSource(int index, Rect part) {
        Rect area = new Rect(
                2 * part.left(),
                2 * part.top(),
                Math.min(width, 2 * part.right()),
                Math.min(height, 2 * part.bottom()));
        source.copy(area, scratch);
        int count = (int) area.area();
        if (Arrays.mismatch(scratch, 0, count, NONE, 0, count) < 0) {
            levels[0].clear(index, part);
            return;
        }
        for (int i = 0; i < count; i++) {
            // 1 becomes 255
            scratch[i] = (byte) -scratch[i];
        }
        byte[] tile = levels[0].writable(index);
        for (int y = part.top(); y < part.bottom(); y++) {
            int upper = (2 * y - area.top()) * area.width();
            int lower = 2 * y + 1 < area.bottom() ? upper + area.width() : upper;
            int last = area.width() - 1;
            for (int x = part.left(); x < part.right(); x++) {
                int at = 2 * (x - part.left());
                int next = Math.min(at + 1, last);
                tile[offset(x, y)] =
                        joined(scratch[upper + at], scratch[upper + next], scratch[lower + at], scratch[lower + next]);
            }
        }
    }

    private static void reduce(Level from, Level to, int index, Rect part) {
        Rect below = new Rect(2 * part.left(), 2 * part.top(), 2 * part.right(), 2 * part.bottom());
        if (from.blank(below.intersect(Rect.ofSize(from.width, from.height)))) {
            to.clear(index, part);
            return;
        }
        byte[] tile = to.writable(index);
        for (int y = part.top(); y < part.bottom(); y++) {
            int lower = Math.min(2 * y + 1, from.height - 1);
            for (int x = part.left(); x < part.right(); x++) {
                int next = Math.min(2 * x + 1, from.width - 1);
                tile[offset(x, y)] = joined(
                        from.get(2 * x, 2 * y), from.get(next, 2 * y), from.get(2 * x, lower), from.get(next, lower));
            }
        }
    }

    private static byte joined(byte first, byte second, byte third, byte fourth) {
        int a = first & 0xFF;
        int b = second & 0xFF;
        int c = third & 0xFF;
        int d = fourth & 0xFF;
        int most = Math.max(Math.max(a, b), Math.max(c, d));
        return (byte) Math.max((a + b + c + d + 2) / 4, most - most / 8);
    }

    /** Reads rows of an area of one level, which the thread that paints has to ask for before others read. */
    Reader reader(int level, Rect area) {
        if (level > 0) {
            return levels[level - 1]::read;
        }
        byte[] copy = new byte[(int) area.area()];
        source.copy(area, copy);
        int columns = area.width();
        return (y, left, right, target) -> {
            int from = (y - area.top()) * columns + left - area.left();
            for (int i = 0; i < right - left; i++) {
                target[i] = (byte) -copy[from + i];
            }
        };
    }

    /** Reads rows; any thread may while the owner waits. */
    @FunctionalInterface
    interface Reader {
        /** Reads {@code left <= x < right} of a row of the level to the start of the target. */
        void read(int y, int left, int right, byte[] target);
    }

    private static int offset(int x, int y) {
        return ((y & (SIDE - 1)) << SHIFT) | (x & (SIDE - 1));
    }

    @FunctionalInterface
    private interface TilePart {
        void visit(int index, Rect part);
    }

    /** One halving, as tiles; one that is not there is empty. */
    private static final class Level {
        private final int width;
        private final int height;
        private final int columns;
        private final byte[] @Nullable [] tiles;
        private final BitSet present = new BitSet();

        Level(int width, int height) {
            this.width = width;
            this.height = height;
            this.columns = ((width - 1) >> SHIFT) + 1;
            this.tiles = new byte[columns * (((height - 1) >> SHIFT) + 1)][];
        }

        byte get(int x, int y) {
            byte[] tile = tiles[(y >> SHIFT) * columns + (x >> SHIFT)];
            return tile == null ? 0 : tile[offset(x, y)];
        }

        byte[] writable(int index) {
            byte[] tile = tiles[index];
            if (tile == null) {
                tile = new byte[SIDE * SIDE];
                tiles[index] = tile;
                present.set(index);
            }
            return tile;
        }

        void clear(int index, Rect part) {
            byte[] tile = tiles[index];
            if (tile == null) {
                return;
            }
            if (part.area() == (long) SIDE * SIDE) {
                tiles[index] = null;
                present.clear(index);
                return;
            }
            for (int y = part.top(); y < part.bottom(); y++) {
                int from = offset(part.left(), y);
                Arrays.fill(tile, from, from + part.width(), (byte) 0);
            }
        }

        boolean blank(Rect area) {
            if (present.isEmpty()) {
                return true;
            }
            boolean[] found = new boolean[1];
            forEachTile(area, (index, part) -> found[0] |= present.get(index));
            return !found[0];
        }

        void forEachTile(Rect area, TilePart visitor) {
            for (int row = area.top() >> SHIFT; row <= (area.bottom() - 1) >> SHIFT; row++) {
                for (int column = area.left() >> SHIFT; column <= (area.right() - 1) >> SHIFT; column++) {
                    Rect tile = new Rect(column << SHIFT, row << SHIFT, (column + 1) << SHIFT, (row + 1) << SHIFT);
                    visitor.visit(row * columns + column, tile.intersect(area));
                }
            }
        }

        void read(int y, int left, int right, byte[] target) {
            for (int x = left; x < right; ) {
                int end = Math.min(right, ((x >> SHIFT) + 1) << SHIFT);
                byte[] tile = tiles[(y >> SHIFT) * columns + (x >> SHIFT)];
                if (tile == null) {
                    Arrays.fill(target, x - left, end - left, (byte) 0);
                } else {
                    System.arraycopy(tile, offset(x, y), target, x - left, end - x);
                }
                x = end;
            }
        }
    }
}
