package io.cleanplate.desktop.editor.canvas;

import io.cleanplate.imaging.Pixels;
import io.cleanplate.imaging.Rect;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A picture at every halving of its size, so that a small view of a large picture reads few pixels and none is missed
 * (Williams, Pyramidal Parametrics, SIGGRAPH 1983). Level 0 is the picture itself and takes no memory; each level above holds the
 * means of four pixels below. Immutable: a changed picture gets another pyramid that shares what did not change.
 */
final class Pyramid {
    private static final int SMALLEST = 128;

    private final Pixels pixels;
    private final List<Level> levels;

    private Pyramid(Pixels pixels, List<Level> levels) {
        this.pixels = pixels;
        this.levels = List.copyOf(levels);
    }

    /** Level 0 alone; costs nothing. */
    static Pyramid bare(Pixels pixels) {
        return new Pyramid(pixels, List.of());
    }

    /** All levels. Takes a while for large pictures and uses all processors. */
    static Pyramid of(Pixels pixels) {
        List<Level> levels = new ArrayList<>();
        int width = pixels.width();
        int height = pixels.height();
        while (Math.max(width, height) > SMALLEST) {
            width = (width + 1) / 2;
            height = (height + 1) / 2;
            levels.add(Level.empty(width, height));
        }
        return new Pyramid(pixels, levels).refreshed(pixels.bounds());
    }

    /** The same upper levels over other pixels of the same size: right at level 0, and elsewhere as far as nothing changed. */
    Pyramid withBase(Pixels changed) {
        return new Pyramid(changed, levels);
    }

    /**
     * The pyramid of other pixels of the same size.
     *
     * @param area all that differs between the two
     */
    Pyramid patched(Pixels changed, Rect area) {
        return withBase(changed).refreshed(area);
    }

    private Pyramid refreshed(Rect area) {
        List<Level> fresh = new ArrayList<>();
        Rect changed = area.intersect(pixels.bounds());
        for (Level level : levels) {
            changed = halved(changed);
            Pyramid below = new Pyramid(pixels, fresh);
            fresh.add(level.replaced(changed, (tile, part) -> below.reduce(fresh.size(), tile, part)));
        }
        return new Pyramid(pixels, fresh);
    }

    /** The pixels of the level above that depend on an area. */
    static Rect halved(Rect area) {
        return area.isEmpty()
                ? Rect.EMPTY
                : new Rect(area.left() >> 1, area.top() >> 1, (area.right() + 1) >> 1, (area.bottom() + 1) >> 1);
    }

    /** Fills a part of a tile of the level above with means of four pixels of this level. */
    private void reduce(int level, int[] tile, Rect part) {
        Reader reader = reader(level);
        int left = 2 * part.left();
        int right = Math.min(width(level), 2 * part.right());
        int[] upper = new int[2 * part.width()];
        int[] lower = new int[2 * part.width()];
        for (int y = part.top(); y < part.bottom(); y++) {
            reader.read(2 * y, left, right, upper);
            reader.read(Math.min(2 * y + 1, height(level) - 1), left, right, lower);
            if (right - left < upper.length) {
                upper[right - left] = upper[right - left - 1];
                lower[right - left] = lower[right - left - 1];
            }
            int to = Level.offset(part.left(), y);
            for (int i = 0; i < part.width(); i++) {
                tile[to + i] = Argb.mean(upper[2 * i], upper[2 * i + 1], lower[2 * i], lower[2 * i + 1]);
            }
        }
    }

    Pixels pixels() {
        return pixels;
    }

    /** The highest level that there is. */
    int top() {
        return levels.size();
    }

    int width(int level) {
        return level == 0 ? pixels.width() : levels.get(level - 1).width;
    }

    int height(int level) {
        return level == 0 ? pixels.height() : levels.get(level - 1).height;
    }

    /** Reads rows of one level; belongs to one thread. */
    Reader reader(int level) {
        if (level > 0) {
            return levels.get(level - 1)::read;
        }
        ArgbRows rows = new ArgbRows(pixels);
        return (y, left, right, target) -> rows.read(y, left, right, target, 0);
    }

    /** Reads rows as premultiplied ARGB. */
    @FunctionalInterface
    interface Reader {
        /** Reads {@code left <= x < right} of a row of the level to the start of the target. */
        void read(int y, int left, int right, int[] target);
    }

    /** One halving, as tiles of 256 x 256. */
    private static final class Level {
        private static final int SHIFT = 8;
        private static final int SIDE = 1 << SHIFT;
        private static final int[] BLANK = {};

        private final int width;
        private final int height;
        private final int columns;
        private final int[][] tiles;

        private Level(int width, int height, int[][] tiles) {
            this.width = width;
            this.height = height;
            this.columns = ((width - 1) >> SHIFT) + 1;
            this.tiles = tiles;
        }

        static Level empty(int width, int height) {
            int count = (((width - 1) >> SHIFT) + 1) * (((height - 1) >> SHIFT) + 1);
            int[][] tiles = new int[count][];
            for (int i = 0; i < count; i++) {
                tiles[i] = BLANK;
            }
            return new Level(width, height, tiles);
        }

        static int offset(int x, int y) {
            return ((y & (SIDE - 1)) << SHIFT) | (x & (SIDE - 1));
        }

        Level replaced(Rect area, PartWriter writer) {
            int[][] fresh = tiles.clone();
            IntStream.range(0, fresh.length).parallel().forEach(index -> {
                Rect part = area(index).intersect(area);
                if (!part.isEmpty()) {
                    int[] tile = fresh[index].length == 0 ? new int[SIDE * SIDE] : fresh[index].clone();
                    writer.write(tile, part);
                    fresh[index] = tile;
                }
            });
            return new Level(width, height, fresh);
        }

        private Rect area(int index) {
            int left = (index % columns) << SHIFT;
            int top = (index / columns) << SHIFT;
            return new Rect(left, top, Math.min(width, left + SIDE), Math.min(height, top + SIDE));
        }

        void read(int y, int left, int right, int[] target) {
            for (int x = left; x < right; ) {
                int end = Math.min(right, ((x >> SHIFT) + 1) << SHIFT);
                int[] tile = tiles[(y >> SHIFT) * columns + (x >> SHIFT)];
                System.arraycopy(tile, offset(x, y), target, x - left, end - x);
                x = end;
            }
        }
    }

    @FunctionalInterface
    private interface PartWriter {
        void write(int[] tile, Rect part);
    }
}
