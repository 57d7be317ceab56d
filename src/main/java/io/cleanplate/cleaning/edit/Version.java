package io.cleanplate.cleaning.edit;

import io.cleanplate.imaging.Pixels;
import org.jspecify.annotations.Nullable;

/**
 * One result to step to, or the original.
 *
 * @param id stays when the original is painted back into it
 * @param pixels what is seen
 * @param model the name of the model that made it; null for the original
 * @param made what was asked for to get it; null for the original and for work that was restored
 */
record Version(
        int id,
        Pixels pixels,
        @Nullable String model,
        @Nullable Removal made) {
    /** The id of the original. */
    static final int ORIGINAL = 0;

    /** Whether it is a result that was made of the original rather than of another result, as far as that is known. */
    boolean ofOriginal() {
        return model != null && (made == null || made.version() == ORIGINAL);
    }

    Version withPixels(Pixels changed) {
        return new Version(id, changed, model, made);
    }
}
