package io.cleanplate.cleaning.proposal;

import io.cleanplate.imaging.Pixels;
import io.cleanplate.mask.Mask;
import io.cleanplate.watermark.Confidence;
import io.cleanplate.watermark.KeptProfile;
import io.cleanplate.watermark.Placement;

/**
 * A known mark that was found in a picture, and the picture without it. Immutable.
 *
 * @param profile whose mark
 * @param placement where it lies and how strong it is
 * @param confidence how sure it is that the result is right
 * @param mask the pixels that the mark touches, as large as the picture; what an inpainter would be given
 * @param result the upright picture with the mark undone, and inpainted where it could not be
 */
public record Proposal(KeptProfile profile, Placement placement, Confidence confidence, Mask mask, Pixels result) {
    /** The name by which a result of undoing a mark is known, where other results bear a model's. */
    public static final String MODEL = "inverted";

    /** From this confidence on a result is shown without being asked for. */
    public static final double SURE = 0.8;

    /** Whether it is sure enough to be shown, and to be accepted with one key. */
    public boolean sure() {
        return confidence.value() >= SURE;
    }
}
