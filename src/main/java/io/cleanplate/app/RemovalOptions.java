package io.cleanplate.app;

import io.cleanplate.inpaint.InpaintOptions;
import io.cleanplate.inpaint.plan.Strategy;
import org.jspecify.annotations.Nullable;

/**
 * How the desktop removes.
 *
 * @param margin pixels of surroundings that the model sees, as {@link InpaintOptions} accepts them; null for what suits the
 *     model
 * @param feather pixels of soft edge, as {@link InpaintOptions} accepts them
 */
public record RemovalOptions(@Nullable Integer margin, int feather) {
    /** What suits the model, and a seam that most pictures hide. */
    public static final RemovalOptions USUAL = new RemovalOptions(null, InpaintOptions.DEFAULT_FEATHER);

    /** Checks the ranges. */
    public RemovalOptions {
        new InpaintOptions(Strategy.AUTO, margin == null ? 0 : margin, feather);
    }

    /** With the margin that suits a model where none was chosen. */
    InpaintOptions with(int usualMargin) {
        return new InpaintOptions(Strategy.AUTO, margin == null ? usualMargin : margin, feather);
    }
}
