package io.cleanplate.inpaint.plan;

import io.cleanplate.imaging.Rect;

/**
 * One crop for one forward pass.
 *
 * @param crop what to cut out of the picture; lies inside it
 * @param width columns that the model is given: a multiple of 8, at least 16 and at least those of the crop. What the crop
 *     lacks is added at its right, mirrored with the edge pixel included
 * @param height rows that the model is given, likewise; what the crop lacks is added at its bottom
 * @param core the part of the crop that this pass answers for; around it lies context
 */
public record Pass(Rect crop, int width, int height, Rect core) {
    /** @throws IllegalArgumentException when the sizes do not fit, or the crop does not hold the core, or holds nothing */
    public Pass {
        if (width % 8 != 0 || height % 8 != 0 || width < 16 || height < 16) {
            throw new IllegalArgumentException("no pass of " + width + " x " + height);
        }
        if (core.isEmpty() || !crop.contains(core) || crop.width() > width || crop.height() > height) {
            throw new IllegalArgumentException(
                    "crop " + crop + " does not fit core " + core + " and " + width + " x " + height);
        }
    }

    /** A pass over a crop that is padded no farther than a model needs. */
    static Pass padded(Rect crop, Rect core) {
        return new Pass(crop, paddedSide(crop.width()), paddedSide(crop.height()), core);
    }

    /** The smallest side of a pass that holds this many pixels. */
    static int paddedSide(int pixels) {
        return Math.max(16, Math.ceilDiv(pixels, 8) * 8);
    }

    /** Pixels that the model is given. */
    public long pixels() {
        return (long) width * height;
    }
}
