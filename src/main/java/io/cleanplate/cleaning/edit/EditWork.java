package io.cleanplate.cleaning.edit;

import io.cleanplate.imaging.Pixels;
import io.cleanplate.imaging.Rect;
import io.cleanplate.mask.Mask;
import org.jspecify.annotations.Nullable;

/**
 * What would be lost if the program ended now. Immutable.
 *
 * @param original the picture as it was opened, upright
 * @param mask what is painted
 * @param shown what is seen
 * @param model the name of the model that made it; null while it is the original
 */
public record EditWork(
        Pixels original, Mask mask, Pixels shown, @Nullable String model) {
    /** A rectangle that holds everything in which the shown picture differs from the original; empty when they are alike. */
    public Rect changed() {
        return shown.changedFrom(original);
    }

    /** Whether nothing would be lost. */
    public boolean isEmpty() {
        return mask.isEmpty() && model == null;
    }
}
