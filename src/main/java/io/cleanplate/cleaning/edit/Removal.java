package io.cleanplate.cleaning.edit;

import io.cleanplate.imaging.Pixels;
import io.cleanplate.mask.Mask;

/**
 * What is to be removed: all that a model is given, and what its result will be laid over. Immutable.
 *
 * @param version which version of the picture it works on
 * @param revision the picture's {@link EditedPicture#revision} when it was asked for
 * @param pixels the picture, upright
 * @param mask what to remove
 * @param model the name of the model
 */
public record Removal(int version, long revision, Pixels pixels, Mask mask, String model) {
    /**
     * What came of it: the result where the mask is, all else as it was. On a large picture this takes tenths of a second,
     * so it is done where the model ran.
     *
     * @param result of the picture's size, channels and depth
     */
    public Removed done(Pixels result) {
        return new Removed(this, pixels.withPixelsOf(result, mask.bounds(), mask::copyInto));
    }
}
