package io.cleanplate.inpaint.plan;

import io.cleanplate.imaging.Rect;
import io.cleanplate.mask.Mask;
import java.util.List;

/** One pass over the whole picture, padded to multiples of 8; it answers for all of it. */
public final class WholePicture implements CropPlanner {
    @Override
    public Plan plan(Mask mask) {
        Rect picture = Rect.ofSize(mask.width(), mask.height());
        return new Plan(mask.isEmpty() ? List.of() : List.of(Pass.padded(picture, picture)));
    }
}
