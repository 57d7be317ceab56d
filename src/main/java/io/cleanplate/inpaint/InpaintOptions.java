package io.cleanplate.inpaint;

import io.cleanplate.error.InputException;
import io.cleanplate.inpaint.plan.Strategy;

/**
 * How to remove.
 *
 * @param strategy which crops the model is given
 * @param margin pixels of surroundings that the model sees around the mask, 0 to {@value #MAX_MARGIN}; only for
 *     {@link Strategy#AUTO}
 * @param feather pixels at the inner edge of the mask over which result and original are blended, 0 to
 *     {@value #MAX_FEATHER}
 */
public record InpaintOptions(Strategy strategy, int margin, int feather) {
    /** The largest margin: beyond it no model sees more. */
    public static final int MAX_MARGIN = 512;

    /** The widest feather: beyond it the mark itself would show through. */
    public static final int MAX_FEATHER = 3;

    /** The feather that hides the seam of most pictures. */
    public static final int DEFAULT_FEATHER = 1;

    /** Checks the ranges. */
    public InpaintOptions {
        if (margin < 0 || margin > MAX_MARGIN) {
            throw new InputException("The margin is " + margin + ": accepted are 0 to " + MAX_MARGIN + " pixels.");
        }
        if (feather < 0 || feather > MAX_FEATHER) {
            throw new InputException("The feather is " + feather + ": accepted are 0 to " + MAX_FEATHER + " pixels.");
        }
    }
}
