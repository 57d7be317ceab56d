package io.cleanplate.watermark;

/**
 * How sure it is that a removal is right, 0 to 1: above 0.9 it is as good as undoing the mark with its true opacity would
 * be, within 3 dB, in more than 95 of 100 cases; above 0.8 it is, or errs by less than is seen (40 dB), about as often;
 * below 0.5 the mark is rather not there as learned.
 *
 * @param value the least of what follows
 * @param presence from alignment and residual: whether each part of the mark is there, as strong as the others
 * @param precision from the profile's own error and the picture's, amplified by undoing: whether the result is near the truth
 * @param coverage the share of the mark that could be undone; what was clipped or opaque is left to inpainting
 */
public record Confidence(double value, double presence, double precision, double coverage) {
    static Confidence of(double presence, double precision, double coverage) {
        return new Confidence(Math.min(presence, Math.min(precision, coverage)), presence, precision, coverage);
    }

    /** From 0 to 1 around a middle; a negative width falls instead. */
    static double rising(double value, double middle, double width) {
        return 1 / (1 + Math.exp(-(value - middle) / width));
    }
}
