package io.cleanplate.imaging;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Samples that stand over those of a picture, in tiles of 128 x 128 pixels: a tile that is not there shows the picture, and
 * tiles that hold what the picture holds are never there. Immutable; what is made of each other shares the tiles alike.
 */
final class SampleTiles {
    private static final int SIDE = 128;

    private final int width;
    private final int height;
    private final int pixelBytes;
    private final int columns;
    private final byte[] color;
    private final byte[] @Nullable [] tiles;

    /** Nothing over these samples. */
    SampleTiles(int width, int height, int pixelBytes, byte[] color) {
        this.width = width;
        this.height = height;
        this.pixelBytes = pixelBytes;
        this.columns = (width - 1) / SIDE + 1;
        this.color = color;
        this.tiles = new byte[columns * ((height - 1) / SIDE + 1)][];
    }

    private SampleTiles(SampleTiles other) {
        this.width = other.width;
        this.height = other.height;
        this.pixelBytes = other.pixelBytes;
        this.columns = other.columns;
        this.color = other.color;
        this.tiles = other.tiles.clone();
    }

    /** Changes the samples of one part of the picture, handed over row by row. */
    @FunctionalInterface
    interface Change {
        void apply(Rect part, byte[] samples);
    }

    /** With changed samples in an area: the change is asked once for each tile that the area touches. */
    SampleTiles with(Rect area, Change change) {
        SampleTiles next = new SampleTiles(this);
        forEach(area, index -> {
            Rect whole = area(index);
            Rect part = whole.intersect(area);
            byte[] samples = cut(part);
            change.apply(part, samples);
            next.put(index, whole, part, samples);
        });
        return next;
    }

    /** With the samples of another one of this size in an area, where a stencil says so. */
    SampleTiles withPixelsOf(SampleTiles other, Rect area, Stencil stencil) {
        SampleTiles next = new SampleTiles(this);
        forEach(area, index -> {
            if (!shares(index, other)) {
                next.takeFrom(other, index, area, stencil);
            }
        });
        return next;
    }

    private void takeFrom(SampleTiles other, int index, Rect area, Stencil stencil) {
        Rect whole = area(index);
        Rect part = whole.intersect(area);
        byte[] meant = new byte[Math.toIntExact(part.area())];
        stencil.copyInto(part, meant);
        int masked = 0;
        for (byte each : meant) {
            masked += each;
        }
        if (masked == whole.area() && sharesColor(other)) {
            tiles[index] = other.tiles[index];
        } else if (masked > 0) {
            byte[] tile = tiles[index];
            byte[] samples = tile == null ? cut(whole) : tile.clone();
            byte[] theirs = other.tiles[index];
            if (theirs == null) {
                copyMeant(other.color, Rect.ofSize(width, height), samples, part, meant);
            } else {
                copyMeant(theirs, whole, samples, part, meant);
            }
            keep(index, whole, samples);
        }
    }

    /** Copies the pixels of {@code part}, inside one tile, that are meant. */
    private void copyMeant(byte[] from, Rect fromArea, byte[] tile, Rect part, byte[] meant) {
        Rect whole = area(part.left(), part.top());
        int i = 0;
        for (int y = part.top(); y < part.bottom(); y++) {
            int row = i - part.left();
            for (int x = part.left(); x < part.right(); x++) {
                int first = x;
                while (x < part.right() && meant[row + x] != 0) {
                    x++;
                }
                int length = (x - first) * pixelBytes;
                System.arraycopy(from, byteOf(fromArea, first, y), tile, byteOf(whole, first, y), length);
            }
            i += part.width();
        }
    }

    /** Whether a tile is the other's, too, so that both hold the same. */
    @SuppressWarnings("ReferenceEquality")
    private boolean shares(int index, SampleTiles other) {
        return sharesColor(other) && tiles[index] == other.tiles[index];
    }

    @SuppressWarnings("ReferenceEquality")
    private boolean sharesColor(SampleTiles other) {
        return color == other.color;
    }

    private void put(int index, Rect whole, Rect part, byte[] samples) {
        byte[] after = cut(whole);
        copyRows(samples, part, after, whole, part);
        keep(index, whole, after);
    }

    /** Puts a tile, unless it holds what is there or what the picture holds. */
    private void keep(int index, Rect whole, byte[] samples) {
        if (isGround(whole, samples)) {
            tiles[index] = null;
        } else if (!Arrays.equals(tiles[index], samples)) {
            tiles[index] = samples;
        }
    }

    private boolean isGround(Rect whole, byte[] samples) {
        int length = whole.width() * pixelBytes;
        for (int y = whole.top(); y < whole.bottom(); y++) {
            int ground = byteOf(Rect.ofSize(width, height), whole.left(), y);
            int at = byteOf(whole, whole.left(), y);
            if (Arrays.mismatch(color, ground, ground + length, samples, at, at + length) >= 0) {
                return false;
            }
        }
        return true;
    }

    /** A copy of the samples of an area, row by row. */
    byte[] cut(Rect area) {
        byte[] samples = new byte[Math.toIntExact(area.area() * pixelBytes)];
        cutInto(area, samples);
        return samples;
    }

    /** Copies the samples of an area, row by row, to the start of an array. */
    void cutInto(Rect area, byte[] samples) {
        copyRows(color, Rect.ofSize(width, height), samples, area, area);
        forEach(area, index -> {
            byte[] tile = tiles[index];
            if (tile != null) {
                Rect whole = area(index);
                copyRows(tile, whole, samples, area, whole.intersect(area));
            }
        });
    }

    /** Visits the tiles that an area inside the picture touches. */
    private void forEach(Rect area, IntConsumer visitor) {
        if (area.isEmpty()) {
            return;
        }
        for (int row = area.top() / SIDE; row <= (area.bottom() - 1) / SIDE; row++) {
            for (int column = area.left() / SIDE; column <= (area.right() - 1) / SIDE; column++) {
                visitor.accept(row * columns + column);
            }
        }
    }

    /** Copies {@code part} between two arrays that hold the rows of rectangles around it. */
    private void copyRows(byte[] from, Rect fromArea, byte[] to, Rect toArea, Rect part) {
        int length = part.width() * pixelBytes;
        for (int y = part.top(); y < part.bottom(); y++) {
            System.arraycopy(from, byteOf(fromArea, part.left(), y), to, byteOf(toArea, part.left(), y), length);
        }
    }

    private int byteOf(Rect area, int x, int y) {
        return ((y - area.top()) * area.width() + x - area.left()) * pixelBytes;
    }

    /** The samples of the tile at a pixel, {@link #area(int, int)} of them; null where the picture shows. */
    byte @Nullable [] tileAt(int x, int y) {
        return tiles[index(x, y)];
    }

    /** The part of the picture that the tile at a pixel covers. */
    Rect area(int x, int y) {
        return area(index(x, y));
    }

    private int index(int x, int y) {
        return y / SIDE * columns + x / SIDE;
    }

    private Rect area(int index) {
        int left = index % columns * SIDE;
        int top = index / columns * SIDE;
        return new Rect(left, top, Math.min(width, left + SIDE), Math.min(height, top + SIDE));
    }

    /** A rectangle that holds every pixel in which they may differ; both lie over the same samples. */
    Rect changedFrom(SampleTiles other) {
        return SharedTiles.changed(tiles, other.tiles, this::area);
    }

    /** Bytes of the tiles that the other does not share. */
    long bytesBeyond(SampleTiles other) {
        return SharedTiles.bytesBeyond(tiles, other.tiles);
    }
}
