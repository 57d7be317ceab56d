package io.cleanplate.cleaning.edit;

import io.cleanplate.mask.Mask;
import java.util.function.UnaryOperator;

/** What can be done to a whole mask. Pure functions; on a large mask they take tenths of a second. */
public final class MaskOperations {
    /** A picture of so many pixels along its longer side grows and shrinks by one pixel a step. */
    private static final int SIDE_OF_ONE_PIXEL = 500;

    private MaskOperations() {}

    /** By how many pixels a mask grows or shrinks at a time: 2 on a picture 1000 pixels wide, 12 on one of 24 megapixels. */
    public static int step(Mask mask) {
        return Math.max(1, Math.max(mask.width(), mask.height()) / SIDE_OF_ONE_PIXEL);
    }

    /** Larger by one step on all sides. */
    public static Mask grow(Mask mask) {
        return mask.grow(step(mask));
    }

    /** Smaller by one step on all sides. */
    public static Mask shrink(Mask mask) {
        return mask.shrink(step(mask));
    }

    /** Masks what was not masked. */
    public static Mask invert(Mask mask) {
        return mask.invert();
    }

    /** Masks nothing. */
    public static Mask clear(Mask mask) {
        return Mask.empty(mask.width(), mask.height());
    }

    /** Proposes the bottom right corner instead of the mask, then the bottom left, then the top right, and so on. */
    public static Mask nextCorner(Mask mask) {
        return Corner.next(mask);
    }

    /** Takes a mask of any size instead: scaled to the picture, at the same distance from the nearest corner. */
    public static UnaryOperator<Mask> fitted(Mask other) {
        return mask -> MaskFitter.fit(other, mask.width(), mask.height());
    }
}
