package io.cleanplate.watermark;

import org.jspecify.annotations.Nullable;

/**
 * The pictures on which a source's mark has one size. Publishers either paste one drawing on everything, or scale it with
 * the picture; the latter deliver a few standard renditions, which are told by their longer side and which way they lie. So
 * a profile holds for all sizes when it was learned from several, else for one longer side.
 *
 * @param longSide pixels of the longer side; 0 for any size
 * @param upright whether the pictures are higher than wide; false for any size
 */
public record SizeClass(int longSide, boolean upright) {
    /** Pictures of all sizes. */
    public static final SizeClass ANY = new SizeClass(0, false);

    /** Checks the side. */
    public SizeClass {
        if (longSide < 0) {
            throw new IllegalArgumentException("no longer side of " + longSide);
        }
    }

    /** The class of pictures like one of that size. */
    public static SizeClass of(int width, int height) {
        return new SizeClass(Math.max(width, height), height > width);
    }

    /** Whether the class holds pictures of that size. */
    public boolean accepts(int width, int height) {
        return longSide == 0 || equals(of(width, height));
    }

    /** The class that holds both: any size when they differ; the other one when the first is not known. */
    static SizeClass join(@Nullable SizeClass one, SizeClass other) {
        return one == null || one.equals(other) ? other : ANY;
    }
}
