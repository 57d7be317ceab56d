package io.cleanplate.watermark;

/**
 * Turns evidence into what can be relied on. The middles and widths were set on drawn cases: marks that are there, absent,
 * moved, scaled or of another source.
 */
final class Judge {
    /** Grey levels that marks change pictures by in the mean; what is not known of an opacity grows with them. */
    static final double USUAL_CONTRAST = 42;

    /** How much the noise of all samples exceeds what is told of that of luma. */
    private static final double NOISE = 1.2;
    /** Grey levels of error that are seen, about 40 dB, and how sure errors below them make. */
    private static final double VISIBLE = 2.8;

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
     * mark's opacity amplifies them. Where what is not known is the smaller one, undoing with the true opacity would hardly
     * be better; where both are too small to be seen, it is sure enough to be shown.
     */
    static double precision(Profile profile, Evidence evidence, Placement placed, double noise) {
        double amplified = NOISE * noise * profile.planes().gain();
        double unknown = Math.hypot(
                profile.quality().uncertainty() * Math.max(1, evidence.contrast() / USUAL_CONTRAST),
                profile.planes().softened(placed.dx(), placed.dy()));
        double near = Confidence.rising(Math.log(unknown / amplified), 0.2, -0.25);
        double unseen = SHOWN * Confidence.rising(Math.log(Math.hypot(unknown, amplified) / VISIBLE), 0, -0.15);
        return Math.max(near, unseen) * Confidence.rising(evidence.scatter(), 0.22, -0.03);
    }
}
