package io.cleanplate.inpaint.plan;

/**
 * What {@link Strategy#AUTO} keeps to; the other strategies have fixed rules.
 *
 * @param margin pixels of context on each side of a core, at least 0; less is taken where the limit leaves no room for it
 * @param overlap pixels that the cores of neighbouring tiles share where a large area is split, 0 to {@value #MAX_OVERLAP}
 * @param maxPassPixels most pixels that the model is given in one pass, at least {@value #MIN_PASS_PIXELS}
 * @param passOverhead what a pass costs beside its pixels, in pixels, at least 0: passes are merged while that is cheaper
 */
public record PlanOptions(int margin, int overlap, long maxPassPixels, long passOverhead) {
    /** The smallest limit that can be kept: a tile of 128 x 128 with 64 pixels of context on each side. */
    public static final long MIN_PASS_PIXELS = 256 * 256;

    /** The largest overlap: half of the smallest tile. */
    public static final int MAX_OVERLAP = 64;

    /** 128 pixels of context, 32 of overlap, a megapixel a pass. */
    public static final PlanOptions DEFAULT = new PlanOptions(128, 32, 1024 * 1024, 16_000);

    /** @throws IllegalArgumentException when a value is out of its range */
    public PlanOptions {
        if (margin < 0 || overlap < 0 || overlap > MAX_OVERLAP || passOverhead < 0) {
            throw new IllegalArgumentException(
                    "no margin of " + margin + ", overlap of " + overlap + ", overhead of " + passOverhead);
        }
        if (maxPassPixels < MIN_PASS_PIXELS) {
            throw new IllegalArgumentException("no pass of " + maxPassPixels + " pixels");
        }
    }

    /** The same with another margin. */
    public PlanOptions withMargin(int pixels) {
        return new PlanOptions(pixels, overlap, maxPassPixels, passOverhead);
    }

    /** The same with another limit, as when a device had no memory left for a pass. */
    public PlanOptions withMaxPassPixels(long pixels) {
        return new PlanOptions(margin, overlap, pixels, passOverhead);
    }
}
