package io.cleanplate.mask;

import io.cleanplate.imaging.Rect;
import io.cleanplate.imaging.SharedTiles;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The pixels of a mask as tiles of 256 x 256 bytes, 0 or 1, row by row; a tile that is not there is empty. What a tile at
 * the right or bottom edge holds beyond the picture is always 0. Not thread-safe by itself: its owner says who writes.
 */
final class Tiles {
    static final int SHIFT = 8;
    static final int SIDE = 1 << SHIFT;

    /** A tile without and one with every pixel masked: shared, compared with, never written. */
    static final byte[] NONE = new byte[SIDE * SIDE];

    static final byte[] FULL = new byte[SIDE * SIDE];

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

    static {
        Arrays.fill(FULL, (byte) 1);
    }

    private final int width;
    private final int height;
    private final int columns;
    private final byte[] @Nullable [] tiles;

    /** No pixel masked. */
    Tiles(int width, int height) {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("no mask of " + width + " x " + height);
        }
        this.width = width;
        this.height = height;
        this.columns = ((width - 1) >> SHIFT) + 1;
        this.tiles = new byte[columns * (((height - 1) >> SHIFT) + 1)][];
    }

    private Tiles(Tiles other) {
        this.width = other.width;
        this.height = other.height;
        this.columns = other.columns;
        this.tiles = other.tiles.clone();
    }

    /** Every pixel masked. */
    static Tiles full(int width, int height) {
        Tiles full = new Tiles(width, height);
        for (int index = 0; index < full.count(); index++) {
            Rect area = full.area(index);
            full.tiles[index] = area.area() == FULL.length ? FULL : partlyFull(area.width(), area.height());
        }
        return full;
    }

    private static byte[] partlyFull(int width, int height) {
        byte[] tile = new byte[SIDE * SIDE];
        for (int y = 0; y < height; y++) {
            Arrays.fill(tile, y << SHIFT, (y << SHIFT) + width, (byte) 1);
        }
        return tile;
    }

    /** The same tiles, not copied, under another owner. */
    Tiles share() {
        return new Tiles(this);
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** How many places for tiles there are. */
    int count() {
        return tiles.length;
    }

    /** How many places for tiles lie side by side. */
    int columns() {
        return columns;
    }

    /** The place of the tile that holds this pixel of the picture. */
    int index(int x, int y) {
        return (y >> SHIFT) * columns + (x >> SHIFT);
    }

    /** Where in its tile this pixel lies. */
    static int offset(int x, int y) {
        return ((y & (SIDE - 1)) << SHIFT) | (x & (SIDE - 1));
    }

    /** Where the part of a row from x to before {@code right} ends that lies in one tile. */
    static int partEnd(int x, int right) {
        return Math.min(right, ((x >> SHIFT) + 1) << SHIFT);
    }

    byte @Nullable [] tile(int index) {
        return tiles[index];
    }

    void put(int index, byte @Nullable [] tile) {
        tiles[index] = tile;
    }

    /** The part of the picture that a tile covers. */
    Rect area(int index) {
        int left = (index % columns) << SHIFT;
        int top = (index / columns) << SHIFT;
        return new Rect(left, top, Math.min(width, left + SIDE), Math.min(height, top + SIDE));
    }

    boolean get(int x, int y) {
        if (x < 0 || y < 0 || x >= width || y >= height) {
            return false;
        }
        byte[] tile = tiles[index(x, y)];
        return tile != null && tile[offset(x, y)] != 0;
    }

    /** Copies pixels {@code left <= x < right} of a row inside the picture to {@code target[offset...]}. */
    void copyRow(int y, int left, int right, byte[] target, int offset) {
        for (int x = left; x < right; ) {
            int end = partEnd(x, right);
            byte[] tile = tiles[index(x, y)];
            if (tile == null) {
                Arrays.fill(target, offset + x - left, offset + end - left, (byte) 0);
            } else {
                System.arraycopy(tile, offset(x, y), target, offset + x - left, end - x);
            }
            x = end;
        }
    }

    /**
     * Writes values, 0 or 1, into a row from a column on; tiles that are missing are made where there is a 1. For tiles
     * that nobody shares yet.
     */
    void writeRow(int y, int left, byte[] values) {
        int right = left + values.length;
        for (int x = left; x < right; ) {
            int end = partEnd(x, right);
            int index = index(x, y);
            if (tiles[index] == null && Arrays.mismatch(values, x - left, end - left, NONE, 0, end - x) >= 0) {
                tiles[index] = new byte[SIDE * SIDE];
            }
            if (tiles[index] != null) {
                System.arraycopy(values, x - left, tiles[index], offset(x, y), end - x);
            }
            x = end;
        }
    }

    /** Whether tiles of the same size hold the same; where a tile may be missing, it must be. */
    boolean sameAs(Tiles other) {
        return Arrays.deepEquals(tiles, other.tiles);
    }

    /** Alike for tiles that are {@link #sameAs the same}. */
    int contentHash() {
        return Arrays.deepHashCode(tiles);
    }

    /** As {@link Mask#changedFrom}. */
    Rect changedFrom(Tiles other) {
        return SharedTiles.changed(tiles, other.tiles, this::area);
    }

    /** As {@link Mask#bytesBeyond}. */
    long bytesBeyond(Tiles other) {
        return SharedTiles.bytesBeyond(tiles, other.tiles);
    }

    /** As {@link MaskBuffer#copyInto}. */
    void copyInto(Rect area, byte[] target) {
        if (!Rect.ofSize(width, height).contains(area) || target.length < area.area()) {
            throw new IllegalArgumentException(
                    "no area " + area + " of " + width + " x " + height + " for " + target.length + " values");
        }
        for (int row = 0; row < area.height(); row++) {
            copyRow(area.top() + row, area.left(), area.right(), target, row * area.width());
        }
    }

    /** The smallest rectangle that holds the masked pixels of an area. */
    Rect boundsWithin(Rect area) {
        Bounds bounds = new Bounds();
        forEachPart(area, (tile, part) -> {
            for (int y = part.top(); y < part.bottom(); y++) {
                int start = offset(part.left(), y);
                int end = start + part.width();
                int first = Arrays.mismatch(tile, start, end, NONE, 0, part.width());
                if (first >= 0) {
                    int last = end - 1;
                    while (tile[last] == 0) {
                        last--;
                    }
                    bounds.add(y, part.left() + first, part.left() + last - start + 1);
                }
            }
        });
        return bounds.toRect();
    }

    /** How many pixels of an area are masked. */
    long areaWithin(Rect area) {
        long[] sum = new long[1];
        forEachPart(area, (tile, part) -> {
            for (int y = part.top(); y < part.bottom(); y++) {
                int start = offset(part.left(), y);
                sum[0] += ones(tile, start, start + part.width());
            }
        });
        return sum[0];
    }

    private static int ones(byte[] tile, int start, int end) {
        int ones = 0;
        int i = start;
        for (; i <= end - Long.BYTES; i += Long.BYTES) {
            ones += Long.bitCount((long) LONGS.get(tile, i));
        }
        for (; i < end; i++) {
            ones += tile[i];
        }
        return ones;
    }

    /** As {@link MaskBuffer#coverage}. */
    Coverage coverage(Rect area) {
        Rect inside = area.intersect(Rect.ofSize(width, height));
        boolean some = false;
        boolean all = true;
        for (int y = inside.top(); y < inside.bottom(); y = partEnd(y, inside.bottom())) {
            for (int x = inside.left(); x < inside.right(); x = partEnd(x, inside.right())) {
                byte[] tile = tiles[index(x, y)];
                some |= tile != null;
                all &= isFull(tile);
            }
        }
        return some ? all ? Coverage.ALL : Coverage.UNKNOWN : Coverage.NONE;
    }

    /** Whether it is the shared tile with every pixel masked; says no of another that holds the same. */
    @SuppressWarnings("ReferenceEquality")
    static boolean isFull(byte @Nullable [] tile) {
        return tile == FULL;
    }

    private void forEachPart(Rect area, PartReader reader) {
        Rect inside = area.intersect(Rect.ofSize(width, height));
        if (inside.isEmpty()) {
            return;
        }
        for (int row = inside.top() >> SHIFT; row <= (inside.bottom() - 1) >> SHIFT; row++) {
            for (int column = inside.left() >> SHIFT; column <= (inside.right() - 1) >> SHIFT; column++) {
                int index = row * columns + column;
                byte[] tile = tiles[index];
                if (tile != null) {
                    reader.read(tile, area(index).intersect(inside));
                }
            }
        }
    }

    /** Told each tile that is there and the part of the picture to look at in it. */
    private interface PartReader {
        void read(byte[] tile, Rect part);
    }
}
