package io.cleanplate.watermark;

import io.cleanplate.watermark.Profile.Quality;

/**
 * Turns evidence into what can be relied on. The middles and widths were set on drawn cases: marks that are there, absent,
 * moved, scaled or of another source.
 */
final class Judge {
    /** Grey levels that marks change pictures by in the mean; what is not known of an opacity grows with them. */
    static final double USUAL_CONTRAST = 42;

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

    /** Whether undoing comes near the truth, 0 to 1. */
    static double precision(Quality quality, Evidence evidence) {
        double expected = quality.uncertainty() * Math.max(1, evidence.contrast() / USUAL_CONTRAST);
        return Confidence.rising(expected, 2.75, -0.25) * Confidence.rising(evidence.scatter(), 0.22, -0.03);
    }
}
