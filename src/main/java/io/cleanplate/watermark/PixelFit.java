package io.cleanplate.watermark;

/**
 * Fits how a mark changes one pixel to what several pictures show there, towards the least sum of absolute errors, so that
 * pictures with an edge behind the mark do not count: least squares with weights that follow the errors (Schlossmacher, An
 * Iterative Technique for Absolute Deviations Curve Fitting, JASA 68, 1973). Confined to one thread.
 */
final class PixelFit {
    private static final int ROUNDS = 14;
    /** Grey levels below which errors are taken as equal: rounding alone leaves as much. */
    private static final double LEAST = 0.5;

    private final Observations observed;
    private double offset;
    private double slope;

    PixelFit(Observations observed) {
        this.observed = observed;
    }

    /** The colour times the opacity that the last line had. */
    double offset() {
        return offset;
    }

    /** How much of the background the last line let through. */
    double slope() {
        return slope;
    }

    /**
     * Fits a line: seen = offset + slope * behind.
     *
     * @param startSlope the slope to start from
     * @param prior how many pictures' worth of weight the start keeps
     */
    void line(int plane, int at, double startSlope, double prior) {
        offset = 0;
        slope = startSlope;
        double mean = 0;
        double trust = 0;
        for (int k = 0; k < observed.pictures(); k++) {
            mean += observed.trust(k, at) * observed.behind(plane, k, at);
            trust += observed.trust(k, at);
        }
        mean /= trust;
        for (int round = 0; round < ROUNDS; round++) {
            double w = 0;
            double x = 0;
            double y = 0;
            double xx = 0;
            double xy = 0;
            for (int k = 0; k < observed.pictures(); k++) {
                double behind = observed.behind(plane, k, at) - mean;
                double seen = observed.seen(plane, k, at);
                double error = round == 0 ? 1 : Math.abs(seen - offset - slope * (behind + mean));
                double weight = observed.trust(k, at) / Math.max(LEAST, error);
                w += weight;
                x += weight * behind;
                y += weight * seen;
                xx += weight * behind * behind;
                xy += weight * behind * seen;
            }
            double unit = w / observed.pictures();
            double ridge = unit * (prior * 40 * 40 + 25);
            double keep = unit * prior;
            double ww = w + keep;
            double startMean = startSlope * mean;
            double yy = y + keep * startMean;
            double slopeTop = xy - x * yy / ww + ridge * startSlope;
            double slopeBottom = xx - x * x / ww + ridge;
            slope = Math.clamp(slopeTop / slopeBottom, 0.0, 1.05);
            offset = (yy - slope * x) / ww - slope * mean;
        }
    }

    /** The sum of the last line's absolute errors, each times the trust in it. */
    double lineError(int plane, int at) {
        double sum = 0;
        for (int k = 0; k < observed.pictures(); k++) {
            sum += observed.trust(k, at)
                    * Math.abs(observed.seen(plane, k, at) - offset - slope * observed.behind(plane, k, at));
        }
        return sum;
    }

    /**
     * Fits the opacity of a mark of known colour in planes {@code from <= plane < to} together.
     *
     * @param start the opacity to start from
     * @param anchor pictures' worth of weight that the start keeps, at 30 grey levels of contrast
     */
    double opacity(double[] colour, int from, int to, int at, double start, double anchor) {
        double opacity = start;
        for (int round = 0; round < ROUNDS; round++) {
            double top = 0;
            double bottom = 0;
            double unit = 0;
            for (int k = 0; k < observed.pictures(); k++) {
                double error = 0;
                double product = 0;
                double square = 0;
                for (int c = from; c < to; c++) {
                    double behind = observed.behind(c, k, at);
                    double change = observed.seen(c, k, at) - behind;
                    double whole = colour[c] - behind;
                    error += Math.abs(change - opacity * whole);
                    product += change * whole;
                    square += whole * whole;
                }
                double weight = observed.trust(k, at) / (round == 0 ? 1 : Math.max(LEAST, error));
                top += weight * product;
                bottom += weight * square;
                unit += weight;
            }
            unit = unit * anchor * 900 / observed.pictures();
            opacity = Math.clamp((top + unit * start) / (bottom + unit + 1e-9), 0.0, 0.995);
        }
        return opacity;
    }

    /** The sum of absolute errors of a mark of known colour and opacity in a plane, each times the trust in it. */
    double opacityError(double[] colour, int plane, int at, double opacity) {
        double sum = 0;
        for (int k = 0; k < observed.pictures(); k++) {
            double behind = observed.behind(plane, k, at);
            sum += observed.trust(k, at)
                    * Math.abs(observed.seen(plane, k, at) - behind - opacity * (colour[plane] - behind));
        }
        return sum;
    }
}
