package io.cleanplate.mask;

import io.cleanplate.imaging.Rect;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * A mask that is being painted. It belongs to one thread, the one that paints; others get a {@link #snapshot()}, which
 * costs next to nothing, since a tile is copied only when it is first painted on afterwards.
 *
 * <p>Coordinates are those of the picture: pixel (x, y) is the square from (x, y) to (x + 1, y + 1), with its centre in
 * the middle. They may lie anywhere, also outside the picture: what falls outside is left out. Whatever paints returns the
 * rectangle that it may have changed, inside the picture, {@link Rect#EMPTY} when it covered no pixel of it.
 */
public final class MaskBuffer {
    /** A line at least this far from its edges covers the centre of every pixel it runs through. */
    private static final double HALF_DIAGONAL = Math.sqrt(0.5);

    private Tiles tiles;
    /** The tiles that no snapshot shares, so that they may be written. */
    private final BitSet owned = new BitSet();

    /**
     * A mask with no pixel masked.
     *
     * @param width columns, at least 1
     * @param height rows, at least 1
     * @throws IllegalArgumentException when there is no such picture
     */
    public MaskBuffer(int width, int height) {
        this(new Tiles(width, height));
    }

    private MaskBuffer(Tiles tiles) {
        this.tiles = tiles;
    }

    /** A buffer that starts as this mask. */
    public static MaskBuffer of(Mask mask) {
        return new MaskBuffer(mask.tiles().share());
    }

    /** Columns. */
    public int width() {
        return tiles.width();
    }

    /** Rows. */
    public int height() {
        return tiles.height();
    }

    /** Whether a pixel is masked; never outside the picture. */
    public boolean get(int x, int y) {
        return tiles.get(x, y);
    }

    /** Whether no pixel is masked. */
    public boolean isEmpty() {
        return bounds().isEmpty();
    }

    /** The smallest rectangle that holds every masked pixel; {@link Rect#EMPTY} when there is none. */
    public Rect bounds() {
        return tiles.boundsWithin(Rect.ofSize(width(), height()));
    }

    /** What can be said of a part, which may reach outside the picture, without looking at its pixels. */
    public Coverage coverage(Rect area) {
        return tiles.coverage(area);
    }

    /**
     * Copies a part of the mask, row by row: 1 masked, 0 not.
     *
     * @param area a part of the picture
     * @param target takes {@code area.area()} values from its start
     * @throws IllegalArgumentException when the area reaches outside the picture or the target is too short
     */
    public void copyInto(Rect area, byte[] target) {
        tiles.copyInto(area, target);
    }

    /**
     * Paints one piece of a stroke: every pixel whose centre lies no farther than {@code radius} from the line between two
     * points, and for thin strokes every pixel that the line runs through, so that consecutive pieces never leave a gap.
     * A piece of length 0 is a disc. Numbers beyond 1e9 are taken as 1e9, a negative radius as 0; where one is not a number,
     * nothing is painted.
     */
    public Rect stroke(double x0, double y0, double x1, double y1, double radius, PaintMode mode) {
        if (Double.isNaN(x0 + y0 + x1 + y1 + radius)) {
            return Rect.EMPTY;
        }
        double nearX0 = Shape.near(x0);
        double nearY0 = Shape.near(y0);
        double nearX1 = Shape.near(x1);
        double nearY1 = Shape.near(y1);
        double width = Math.clamp(radius, 0, Shape.FAR);
        Rect wide = paint(new Capsule(nearX0, nearY0, nearX1, nearY1, width), mode);
        return width < HALF_DIAGONAL ? wide.union(paint(new Segment(nearX0, nearY0, nearX1, nearY1), mode)) : wide;
    }

    /** Paints a rectangle of pixels. */
    public Rect rectangle(Rect area, PaintMode mode) {
        if (area.isEmpty()) {
            return Rect.EMPTY;
        }
        for (int index = 0; index < tiles.count(); index++) {
            Rect tile = tiles.area(index);
            if (area.contains(tile) && tile.area() == Tiles.FULL.length) {
                replace(index, mode == PaintMode.ADD ? Tiles.FULL : null);
            }
        }
        return paint(new Box(area), mode);
    }

    /**
     * Paints the pixels whose centres lie inside a closed line, by the even-odd rule; the last corner is joined to the
     * first. Fewer than three corners enclose nothing. Numbers beyond 1e9 are taken as 1e9; where one is not a number,
     * nothing is painted.
     *
     * @throws IllegalArgumentException when there are not as many rows as columns
     */
    public Rect polygon(double[] xs, double[] ys, PaintMode mode) {
        if (xs.length != ys.length) {
            throw new IllegalArgumentException(xs.length + " columns but " + ys.length + " rows");
        }
        if (Arrays.stream(xs).anyMatch(Double::isNaN) || Arrays.stream(ys).anyMatch(Double::isNaN)) {
            return Rect.EMPTY;
        }
        return paint(
                new Polygon(
                        Arrays.stream(xs).map(Shape::near).toArray(),
                        Arrays.stream(ys).map(Shape::near).toArray()),
                mode);
    }

    /**
     * Joins another mask into this one.
     *
     * @throws IllegalArgumentException when the other has another size
     */
    public Rect combine(Mask other, Combination how) {
        Rect before = how == Combination.UNION ? Rect.EMPTY : bounds();
        join(other, how);
        return switch (how) {
            case UNION -> other.bounds();
            case SUBTRACT -> before.intersect(other.bounds());
            case INTERSECT -> before;
        };
    }

    /** As {@link #combine}, without looking for what changed. */
    void join(Mask other, Combination how) {
        requireSameSize(other);
        for (int index = 0; index < tiles.count(); index++) {
            combine(index, other.tiles().tile(index), how);
        }
    }

    /**
     * Takes another mask's pixels instead of its own; costs the same however much is masked.
     *
     * @throws IllegalArgumentException when the other has another size
     */
    public Rect set(Mask other) {
        requireSameSize(other);
        Rect changed = tiles.changedFrom(other.tiles());
        tiles = other.tiles().share();
        owned.clear();
        return changed;
    }

    /** Unmasks every pixel. */
    public Rect clear() {
        Rect changed = bounds();
        tiles = new Tiles(width(), height());
        owned.clear();
        return changed;
    }

    /** The mask as it is now; painting on does not change it. */
    public Mask snapshot() {
        for (int index = owned.nextSetBit(0); index >= 0; index = owned.nextSetBit(index + 1)) {
            if (Arrays.equals(tiles.tile(index), Tiles.NONE)) {
                tiles.put(index, null);
            }
        }
        owned.clear();
        return new Mask(tiles.share());
    }

    private void requireSameSize(Mask other) {
        if (other.width() != width() || other.height() != height()) {
            throw new IllegalArgumentException("a mask of " + other.width() + " x " + other.height() + " for one of "
                    + width() + " x " + height());
        }
    }

    private Rect paint(Shape shape, PaintMode mode) {
        Bounds touched = new Bounds();
        shape.spans(height(), (y, left, right) -> {
            int from = Math.max(0, left);
            int to = Math.min(width(), right);
            if (from < to) {
                paintSpan(y, from, to, mode);
                touched.add(y, from, to);
            }
        });
        return touched.toRect();
    }

    private void paintSpan(int y, int left, int right, PaintMode mode) {
        for (int x = left; x < right; ) {
            int end = Tiles.partEnd(x, right);
            int index = tiles.index(x, y);
            byte[] tile = tiles.tile(index);
            if (mode == PaintMode.ADD ? !Tiles.isFull(tile) : tile != null) {
                int start = Tiles.offset(x, y);
                Arrays.fill(writable(index), start, start + end - x, (byte) (mode == PaintMode.ADD ? 1 : 0));
            }
            x = end;
        }
    }

    private void combine(int index, byte @Nullable [] theirs, Combination how) {
        byte[] mine = tiles.tile(index);
        boolean alike = Arrays.equals(mine, theirs);
        boolean stays = switch (how) {
            case UNION -> theirs == null || alike;
            case SUBTRACT -> mine == null || theirs == null;
            case INTERSECT -> mine == null || alike;
        };
        if (stays) {
            return;
        }
        if (mine == null) {
            replace(index, theirs);
        } else if (theirs == null || alike) {
            replace(index, null);
        } else {
            join(writable(index), theirs, how);
        }
    }

    private static void join(byte[] target, byte[] other, Combination how) {
        switch (how) {
            case UNION -> {
                for (int i = 0; i < target.length; i++) {
                    target[i] |= other[i];
                }
            }
            case SUBTRACT -> {
                for (int i = 0; i < target.length; i++) {
                    target[i] &= (byte) ~other[i];
                }
            }
            case INTERSECT -> {
                for (int i = 0; i < target.length; i++) {
                    target[i] &= other[i];
                }
            }
        }
    }

    private void replace(int index, byte @Nullable [] shared) {
        tiles.put(index, shared);
        owned.clear(index);
    }

    private byte[] writable(int index) {
        byte[] tile = tiles.tile(index);
        if (tile != null && owned.get(index)) {
            return tile;
        }
        byte[] fresh = tile == null ? new byte[Tiles.SIDE * Tiles.SIDE] : tile.clone();
        tiles.put(index, fresh);
        owned.set(index);
        return fresh;
    }
}
