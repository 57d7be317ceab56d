package io.cleanplate.watermark;

import io.cleanplate.imaging.Pixels;
import io.cleanplate.mask.Mask;

/**
 * A picture from which a mark was removed.
 *
 * @param result the picture; beside the mark, bit for bit as it was
 * @param leftToInpaint pixels that could not be undone, since the mark covers them, they were clipped, or they still stood out;
 *     as they were
 * @param confidence how sure it is that this is right
 */
public record Removal(Pixels result, Mask leftToInpaint, Confidence confidence) {}
