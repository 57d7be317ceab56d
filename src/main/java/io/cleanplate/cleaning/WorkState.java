package io.cleanplate.cleaning;

import io.cleanplate.imaging.Pixels;
import io.cleanplate.imaging.Rect;
import io.cleanplate.mask.Mask;
import org.jspecify.annotations.Nullable;

/**
 * How far an editor came with a picture.
 *
 * @param mask what is painted, of the size that the editor paints at
 * @param result what was removed so far; null when nothing was
 */
public record WorkState(Mask mask, @Nullable Result result) {
    /**
     * What changed of a picture.
     *
     * @param area the part that changed, in the order that the editor paints at
     * @param pixels the colours of that part alone, opaque
     * @param model that was used; null when none was
     */
    public record Result(Rect area, Pixels pixels, @Nullable String model) {
        /** Checks that the pixels are the area's. */
        public Result {
            if (area.left() < 0
                    || area.top() < 0
                    || area.width() != pixels.width()
                    || area.height() != pixels.height()) {
                throw new IllegalArgumentException(pixels.bounds() + " is not of the size of " + area);
            }
        }

        /** Cuts the changed part, not empty, out of the changed picture. */
        public static Result cut(Pixels changed, Rect area, @Nullable String model) {
            Pixels part = new Pixels(
                    area.width(), area.height(), changed.channels(), changed.depth(), changed.cut(area), null);
            return new Result(area, part, model);
        }

        /**
         * The changed picture.
         *
         * @param original the picture that it was made from
         * @throws IllegalArgumentException when this is no part of such a picture
         */
        public Pixels over(Pixels original) {
            if (pixels.channels() != original.channels() || pixels.depth() != original.depth()) {
                throw new IllegalArgumentException("the result has other samples than the picture");
            }
            return original.withPatch(area, pixels.color());
        }
    }
}
