package io.cleanplate.mask;

import io.cleanplate.imaging.Orientation;
import io.cleanplate.imaging.Rect;
import java.util.List;

/**
 * Which pixels of a picture to remove: each is masked or not, nothing between. Immutable, so it may be shared between
 * threads. It takes memory only where something is masked (in tiles of 256 x 256 pixels, a byte each), and masks that were
 * made from each other share the tiles that are alike.
 */
public final class Mask {
    private final Tiles tiles;

    /** Takes tiles that nobody writes any more, none of which is there without a masked pixel. */
    Mask(Tiles tiles) {
        this.tiles = tiles;
    }

    /**
     * No pixel masked.
     *
     * @param width columns, at least 1
     * @param height rows, at least 1
     * @throws IllegalArgumentException when there is no such picture
     */
    public static Mask empty(int width, int height) {
        return new Mask(new Tiles(width, height));
    }

    /**
     * A mask from a grey picture: values above 127 are masked.
     *
     * @param grey {@code width * height} values from 0 to 255, row by row
     * @throws IllegalArgumentException when there are not that many values
     */
    public static Mask ofGrey(int width, int height, byte[] grey) {
        Tiles tiles = new Tiles(width, height);
        if (grey.length != (long) width * height) {
            throw new IllegalArgumentException(grey.length + " values for a mask of " + width + " x " + height);
        }
        byte[] row = new byte[width];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                row[x] = (byte) ((grey[y * width + x] & 0xFF) >> 7);
            }
            tiles.writeRow(y, 0, row);
        }
        return new Mask(tiles);
    }

    /** The mask as a grey picture, row by row: 255 masked, 0 not. */
    public byte[] toGrey() {
        byte[] grey = new byte[Math.multiplyExact(width(), height())];
        tiles.copyInto(Rect.ofSize(width(), height()), grey);
        for (int i = 0; i < grey.length; i++) {
            grey[i] = (byte) -grey[i];
        }
        return grey;
    }

    /** Columns. */
    public int width() {
        return tiles.width();
    }

    /** Rows. */
    public int height() {
        return tiles.height();
    }

    /** Whether no pixel is masked. */
    public boolean isEmpty() {
        for (int index = 0; index < tiles.count(); index++) {
            if (tiles.tile(index) != null) {
                return false;
            }
        }
        return true;
    }

    /** How many pixels are masked. */
    public long area() {
        return areaWithin(Rect.ofSize(width(), height()));
    }

    /** How many pixels of a rectangle are masked; it may reach outside the picture. */
    public long areaWithin(Rect rect) {
        return tiles.areaWithin(rect);
    }

    /** Whether a pixel is masked; never outside the picture. */
    public boolean get(int x, int y) {
        return tiles.get(x, y);
    }

    /** The smallest rectangle that holds every masked pixel; {@link Rect#EMPTY} when there is none. */
    public Rect bounds() {
        return boundsWithin(Rect.ofSize(width(), height()));
    }

    /** The smallest rectangle that holds the masked pixels of a rectangle, which may reach outside the picture. */
    public Rect boundsWithin(Rect rect) {
        return tiles.boundsWithin(rect);
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
     * What either masks.
     *
     * @throws IllegalArgumentException when the other has another size
     */
    public Mask union(Mask other) {
        return combine(other, Combination.UNION);
    }

    /**
     * What this masks and the other does not.
     *
     * @throws IllegalArgumentException when the other has another size
     */
    public Mask subtract(Mask other) {
        return combine(other, Combination.SUBTRACT);
    }

    /**
     * What both mask.
     *
     * @throws IllegalArgumentException when the other has another size
     */
    public Mask intersect(Mask other) {
        return combine(other, Combination.INTERSECT);
    }

    private Mask combine(Mask other, Combination how) {
        MaskBuffer buffer = MaskBuffer.of(this);
        buffer.combine(other, how);
        return buffer.snapshot();
    }

    /** Masks what this does not. */
    public Mask invert() {
        Mask all = new Mask(Tiles.full(width(), height()));
        return all.subtract(this);
    }

    /**
     * Masks every pixel whose centre lies no farther than {@code radius} pixels from that of a masked one.
     *
     * @param radius at least 0
     * @throws IllegalArgumentException when the radius is negative
     */
    public Mask grow(int radius) {
        return requireRadius(radius) == 0 ? this : new Mask(new DiscSpread(tiles, radius, 1).run());
    }

    /**
     * Unmasks every pixel whose centre lies no farther than {@code radius} pixels from that of an unmasked one. Pixels
     * outside the picture count as masked: a mask that touches the picture's border does not shrink from there.
     *
     * @param radius at least 0
     * @throws IllegalArgumentException when the radius is negative
     */
    public Mask shrink(int radius) {
        return requireRadius(radius) == 0 ? this : new Mask(new DiscSpread(tiles, radius, 0).run());
    }

    private static int requireRadius(int radius) {
        if (radius < 0) {
            throw new IllegalArgumentException("no radius of " + radius);
        }
        return radius;
    }

    /** What hangs together, diagonals included, in raster order of the first pixels. */
    public List<Component> components() {
        return new ComponentFinder(tiles, bounds()).all();
    }

    /**
     * The bounds of the components that lie in no hole of another, the one whose first pixel comes last in raster order
     * first: as OpenCV's {@code findContours} with {@code RETR_EXTERNAL} lists them (Suzuki and Abe, Topological Structural
     * Analysis of Digitized Binary Images by Border Following, CVGIP 30, 1985).
     */
    public List<Rect> outerContourBoxes() {
        return new ComponentFinder(tiles, bounds())
                .outer().reversed().stream().map(Component::bounds).toList();
    }

    /**
     * This mask, drawn on the upright picture, in the order in which the picture is stored: pixel (x, y) of the result is
     * the one that {@link Orientation#uprightX} and {@link Orientation#uprightY} name.
     */
    public Mask turned(Orientation stored) {
        return stored == Orientation.UPRIGHT ? this : new Turn(tiles, stored).run();
    }

    /**
     * A rectangle that holds every pixel in which this differs from another mask of its size; close where one was made of
     * the other.
     */
    public Rect changedFrom(Mask other) {
        return tiles.changedFrom(other.tiles);
    }

    /** Bytes of memory that this takes beside another mask of its size, with which it may share most of its tiles. */
    public long bytesBeyond(Mask other) {
        return tiles.bytesBeyond(other.tiles);
    }

    /** The tiles, not to be written. */
    Tiles tiles() {
        return tiles;
    }

    /** Whether the other has the same size and masks the same pixels. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Mask mask
                && mask.width() == width()
                && mask.height() == height()
                && tiles.sameAs(mask.tiles);
    }

    @Override
    public int hashCode() {
        return 31 * width() + tiles.contentHash();
    }

    /** Its size and how much is masked. */
    @Override
    public String toString() {
        return width() + " x " + height() + ", " + area() + " masked";
    }
}
