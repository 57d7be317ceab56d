package io.cleanplate.desktop.editor.canvas;

import io.cleanplate.cleaning.edit.PaintedPicture;
import io.cleanplate.imaging.Rect;
import io.cleanplate.mask.Coverage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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
    private static final byte[] ONES = filled(4 * SIDE * SIDE, 1);
    /** A tile with everything masked: shared, never written. */
    private static final byte[] FULL = filled(SIDE * SIDE, 255);

    /** Tiles that are read at a time, so that it takes no more than a few milliseconds. */
    private static final int AT_ONCE = 8;

    private final int width;
    private final int height;
    private final Source source;
    private final Level[] levels;
    /** Parts of the first level, each in one tile, that are still to be read. */
    private final Set<Rect> waiting = new LinkedHashSet<>();

    private byte[] scratch = new byte[4 * SIDE * SIDE];

    /** Where the mask is read: that of the picture, or a part of it that is painted otherwise. */
    @FunctionalInterface
    interface Source {
        /** Copies an area inside the picture, row by row, 0 or 1. */
        void copy(Rect area, byte[] target);

        /** What can be said of an area without reading it. */
        default Coverage coverage(Rect area) {
            return Coverage.UNKNOWN;
        }

        /** What is masked of a picture. */
        static Source mask(PaintedPicture picture) {
            return new Source() {
                @Override
                public void copy(Rect area, byte[] target) {
                    picture.copyMask(area, target);
                }

                @Override
                public Coverage coverage(Rect area) {
                    return picture.maskCoverage(area);
                }
            };
        }

        /** What is being brought back of a picture. */
        static Source restoring(PaintedPicture picture) {
            return new Source() {
                @Override
                public void copy(Rect area, byte[] target) {
                    picture.copyRestoring(area, target);
                }

                @Override
                public Coverage coverage(Rect area) {
                    return picture.restoringCoverage(area);
                }
            };
        }
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

    /** Takes over what changed in an area of the picture; what is too much for one pulse waits for {@link #catchUp}. */
    void update(Rect area) {
        Rect changed = Pyramid.halved(area.intersect(Rect.ofSize(width, height)));
        if (changed.isEmpty()) {
            return;
        }
        List<Rect> known = new ArrayList<>();
        List<Rect> read = new ArrayList<>();
        levels[0].forEachTile(
                changed, (index, part) -> (source.coverage(below(part)) == Coverage.UNKNOWN ? read : known).add(part));
        known.forEach(this::reduceSource);
        if (read.size() <= AT_ONCE) {
            read.forEach(this::reduceSource);
            reduceAbove(changed);
        } else {
            known.forEach(this::reduceAbove);
            waiting.addAll(read);
        }
    }

    /** Whether something of what changed is not taken over yet. */
    boolean behind() {
        return !waiting.isEmpty();
    }

    /**
     * Takes over a little more of what changed.
     *
     * @return where, in the picture; empty when nothing was left
     */
    Rect catchUp() {
        Rect done = Rect.EMPTY;
        Iterator<Rect> next = waiting.iterator();
        for (int i = 0; i < AT_ONCE && next.hasNext(); i++) {
            Rect part = next.next();
            next.remove();
            reduceSource(part);
            reduceAbove(part);
            done = done.union(below(part));
        }
        return done;
    }

    /** The area of the picture that a part of the first level shows. */
    private Rect below(Rect part) {
        return new Rect(
                2 * part.left(),
                2 * part.top(),
                Math.min(width, 2 * part.right()),
                Math.min(height, 2 * part.bottom()));
    }

    private void reduceAbove(Rect area) {
        Rect changed = area;
        for (int above = 1; above < levels.length; above++) {
            changed = Pyramid.halved(changed);
            Level from = levels[above - 1];
            Level to = levels[above];
            to.forEachTile(changed, (index, part) -> reduce(from, to, index, part));
        }
    }

    private void reduceSource(Rect part) {
        Rect area = below(part);
        int count = (int) area.area();
        int index = levels[0].index(part);
        switch (source.coverage(area)) {
            case NONE -> levels[0].clear(index, part);
            case ALL -> levels[0].fill(index, part);
            case UNKNOWN -> {
                source.copy(area, scratch);
                if (Arrays.mismatch(scratch, 0, count, NONE, 0, count) < 0) {
                    levels[0].clear(index, part);
                } else if (Arrays.mismatch(scratch, 0, count, ONES, 0, count) < 0) {
                    levels[0].fill(index, part);
                } else {
                    reduceScratch(index, part, area);
                }
            }
        }
    }

    private void reduceScratch(int index, Rect part, Rect area) {
        int count = (int) area.area();
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
        if (from.full(below.intersect(Rect.ofSize(from.width, from.height)))) {
            to.fill(index, part);
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

    private static byte[] filled(int count, int value) {
        byte[] bytes = new byte[count];
        Arrays.fill(bytes, (byte) value);
        return bytes;
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
            if (tile == null || isFull(tile)) {
                tile = tile == null ? new byte[SIDE * SIDE] : tile.clone();
                tiles[index] = tile;
                present.set(index);
            }
            return tile;
        }

        @SuppressWarnings("ReferenceEquality")
        private static boolean isFull(byte @Nullable [] tile) {
            return tile == FULL;
        }

        /** The tile that holds a part. */
        int index(Rect part) {
            return (part.top() >> SHIFT) * columns + (part.left() >> SHIFT);
        }

        /** Whether a part is all of its tile. */
        private boolean whole(Rect part) {
            return ((part.left() | part.top()) & (SIDE - 1)) == 0
                    && (part.width() == SIDE || part.right() == width)
                    && (part.height() == SIDE || part.bottom() == height);
        }

        void fill(int index, Rect part) {
            if (whole(part)) {
                tiles[index] = FULL;
                present.set(index);
            } else if (!isFull(tiles[index])) {
                fillRows(writable(index), part, (byte) 255);
            }
        }

        void clear(int index, Rect part) {
            if (whole(part)) {
                tiles[index] = null;
                present.clear(index);
            } else if (tiles[index] != null) {
                fillRows(writable(index), part, (byte) 0);
            }
        }

        private static void fillRows(byte[] tile, Rect part, byte value) {
            for (int y = part.top(); y < part.bottom(); y++) {
                int from = offset(part.left(), y);
                Arrays.fill(tile, from, from + part.width(), value);
            }
        }

        /** Whether all of an area is masked; may say no. */
        boolean full(Rect area) {
            boolean[] all = {true};
            forEachTile(area, (index, part) -> all[0] &= isFull(tiles[index]));
            return all[0];
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
