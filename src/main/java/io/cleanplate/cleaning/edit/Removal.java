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
public record Removal(int version, long revision, Pixels pixels, Mask mask, String model) {}
