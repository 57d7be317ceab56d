package io.cleanplate.inpaint.plan;

import io.cleanplate.mask.Mask;

/** Decides which crops of a picture the model is given. Implementations are immutable, so threads may share them. */
public sealed interface CropPlanner permits WholePicture, ContourCrops, MergedCrops {
    /** The planner of a strategy; the options count for {@link Strategy#AUTO} alone. */
    static CropPlanner of(Strategy strategy, PlanOptions options) {
        return switch (strategy) {
            case AUTO -> new MergedCrops(options);
            case ORIGINAL -> new WholePicture();
            case CROP -> new ContourCrops();
        };
    }

    /** The passes for a mask, which is as large as the picture; the same mask always gives the same plan. */
    Plan plan(Mask mask);
}
