package io.cleanplate.watermark;

/**
 * Turns evidence into what can be relied on. The middles and widths were set on drawn cases: marks that are there, absent,
 * moved, scaled or of another source.
 */
final class Judge {
    /** How much the noise of all samples exceeds what is told of that of luma. */
    private static final double NOISE = 1.2;
    /** Grey levels of error at which half of the results differ from the truth by what is seen, 40 dB, and how sure errors below them make. */
    private static final double VISIBLE = 3.3;

    private static final double SHOWN = 0.89;

    private Judge() {}

    /** Whether a mark is where it was placed, 0 to 1. */
    static double presence(Evidence evidence, Placement placed) {
        double same = Confidence.rising(evidence.strength(), 0.8, 0.04)
                * Confidence.rising(evidence.worst(), 0.5, -0.06)
                * Confidence.rising(evidence.scatter(), 0.26, -0.03);
        double explains = Confidence.rising(evidence.explained(), 0.15, 0.05);
        double usual = Confidence.rising(Math.abs(Math.log(placed.strength())), 0.5, -0.06);
        return same * explains * usual;
    }

    /**
     * Whether undoing comes near the truth, 0 to 1: from what is not known of the mark and what the picture lost, both as the
     * mark's opacity amplifies them. Rounding counts in both. Where what is not known is the smaller one, undoing with the true opacity would hardly
     * be better; where both are too small to be seen, it is sure enough to be shown.
     */
    static double precision(Profile profile, Evidence evidence, Placement placed, double noise) {
        MarkPlanes mark = profile.planes();
        double amplified = NOISE * noise * mark.gain();
        // What is not known of an opacity counts by how much the mark changes this picture.
        double contrast = Math.max(1, evidence.contrast() / Math.max(1, mark.contrast()));
        double unknown = Math.hypot(
                Math.hypot(profile.quality().uncertainty() * contrast, mark.softened(placed.dx(), placed.dy())),
                NOISE * JpegNoise.ROUNDING * mark.gain());
        double near = Confidence.rising(Math.log(unknown / amplified), 0.45, -0.25);
        double unseen = SHOWN * Confidence.rising(Math.log(Math.hypot(unknown, amplified) / VISIBLE), 0, -0.15);
        return Math.max(near, unseen) * Confidence.rising(evidence.scatter(), 0.22, -0.03);
    }
}
