package io.cleanplate.watermark;

import io.cleanplate.watermark.Estimator.Estimate;
import java.util.stream.IntStream;

/**
 * The mark that {@link Moments} speak of: the {@link Estimator}'s models, one colour for all pixels or one for each, by
 * least squares, since the weights in the moments have taken care of what does not fit. Confined to one thread.
 */
final class MomentsFit {
    private static final double MARKED = 0.05;
    private static final double MOST = 0.995;
    private static final int SAMPLED = 1500;
    /** How much worse one colour may explain the pictures than a colour for each pixel. */
    private static final double TOLERANCE = 1.15;
    /** Grey levels of variety behind a pixel below which its opacity is taken for none. */
    private static final double LEAST_VARIETY = 5;
    /** The share of its weight by which chroma keeps to luma's opacity, and at which variety or contrast. */
    private static final double KEEP = 0.3;

    private static final double KEEP_VARIETY = 40;
    private static final double KEEP_ONE = 0.02;
    private static final double KEEP_CONTRAST = 30;
    /** How much larger the error is that is not seen: weights make what fits badly count less. */
    private static final double UNSEEN = 1.2;

    private final Moments moments;
    private final double[] opacity;
    private final double[] colour;
    private final double[] single;

    MomentsFit(Moments moments) {
        this.moments = moments;
        opacity = new double[moments.size()];
        colour = new double[moments.size()];
        single = new double[moments.size()];
    }

    /** The mark, and how well it is known. */
    Estimate estimate() {
        for (int at = 0; at < opacity.length; at++) {
            double ridge = LEAST_VARIETY * LEAST_VARIETY / moments.pictures();
            opacity[at] = slope(0, at, ridge, 0);
            colour[at] = offset(0, at, opacity[at]);
        }
        double[] one = oneColour();
        double singleError = 0;
        double lineError = 0;
        for (int at = 0; at < opacity.length; at++) {
            single[at] = opacity(one, at, 0, 1, 0, 0);
            if (single[at] > MARKED || opacity[at] > MARKED) {
                singleError += Math.sqrt(moments.squaredError(0, at, single[at], single[at] * one[0]));
                lineError += Math.sqrt(moments.squaredError(0, at, opacity[at], colour[at]));
            }
        }
        double free = moments.pictures();
        boolean oneColour = singleError / Math.sqrt(Math.max(0.5, free - 1))
                <= TOLERANCE * lineError / Math.sqrt(Math.max(0.5, free - 2));
        MarkPlanes planes = oneColour ? planesOfOne(one) : planesOfEach();
        return new Estimate(planes, oneColour, error(planes), uncertainty(planes, oneColour ? 1 : 2));
    }

    /** How much of what lies behind the mark takes away. */
    private double slope(int plane, int at, double ridge, double start) {
        double top = ridge * start - moments.get(plane, Moments.TOGETHER, at);
        return Math.clamp(top / (moments.get(plane, Moments.BEHIND_SPREAD, at) + ridge), 0.0, MOST);
    }

    private double offset(int plane, int at, double slope) {
        return moments.get(plane, Moments.CHANGE, at) + slope * moments.get(plane, Moments.BEHIND, at);
    }

    /** The opacity of a mark of known colour in planes {@code from <= plane < to} together. */
    private double opacity(double[] of, int at, int from, int to, double keep, double start) {
        double top = keep * start;
        double bottom = keep + 1e-9;
        for (int c = from; c < to; c++) {
            double contrast = of[c] - moments.get(c, Moments.BEHIND, at);
            top += contrast * moments.get(c, Moments.CHANGE, at) - moments.get(c, Moments.TOGETHER, at);
            bottom += contrast * contrast + moments.get(c, Moments.BEHIND_SPREAD, at);
        }
        return Math.clamp(top / bottom, 0.0, MOST);
    }

    /** The one colour that leaves least unexplained: its luma by search, its chroma from the opacities found with it. */
    private double[] oneColour() {
        int[] sample = sample();
        double best = 0;
        double least = Double.MAX_VALUE;
        for (double step = 16, from = 0, to = 255; step >= 0.25; step /= 4) {
            for (double luma = from; luma <= to; luma += step) {
                double error = error(luma, sample);
                best = error < least ? luma : best;
                least = Math.min(error, least);
            }
            from = Math.max(0, best - step);
            to = Math.min(255, best + step);
        }
        double[] found = {best, 0, 0};
        for (int c = 1; c < Patch.PLANES; c++) {
            double top = 0;
            double bottom = 1e-9;
            for (int at : sample) {
                double a = opacity(found, at, 0, 1, 0, 0);
                double weight = moments.get(c, Moments.WEIGHT, at);
                top += weight * a * offset(c, at, a);
                bottom += weight * a * a;
            }
            found[c] = top / bottom;
        }
        return found;
    }

    private double error(double luma, int[] sample) {
        double[] of = {luma, 0, 0};
        double sum = 0;
        for (int at : sample) {
            double a = opacity(of, at, 0, 1, 0, 0);
            sum += Math.sqrt(moments.get(0, Moments.WEIGHT, at) * moments.squaredError(0, at, a, a * luma));
        }
        return sum;
    }

    /** Pixels well inside the mark, as many as are needed to tell its colour. */
    private int[] sample() {
        int[] marked = IntStream.range(0, opacity.length)
                .filter(at -> opacity[at] > MARKED || Math.abs(colour[at]) > 10)
                .toArray();
        int[] chosen = marked.length == 0 ? IntStream.range(0, opacity.length).toArray() : marked;
        int step = Math.max(1, chosen.length / SAMPLED);
        return IntStream.range(0, chosen.length / step)
                .map(i -> chosen[i * step])
                .toArray();
    }

    private MarkPlanes planesOfOne(double[] one) {
        float[][] planes = new float[2 + Patch.PLANES][moments.width() * moments.height()];
        for (int at = 0; at < single.length; at++) {
            int i = moments.pixel(at);
            double chroma = opacity(one, at, 1, 3, KEEP_ONE * KEEP_CONTRAST * KEEP_CONTRAST, single[at]);
            planes[0][i] = (float) single[at];
            planes[1][i] = (float) chroma;
            for (int c = 0; c < Patch.PLANES; c++) {
                planes[2 + c][i] = (float) (one[c] * (c == 0 ? single[at] : chroma));
            }
        }
        return planes(planes);
    }

    private MarkPlanes planesOfEach() {
        float[][] planes = new float[2 + Patch.PLANES][moments.width() * moments.height()];
        for (int at = 0; at < opacity.length; at++) {
            int i = moments.pixel(at);
            planes[0][i] = (float) opacity[at];
            planes[2][i] = (float) colour[at];
            for (int c = 1; c < Patch.PLANES; c++) {
                double slope = slope(c, at, KEEP * KEEP_VARIETY * KEEP_VARIETY, opacity[at]);
                planes[2 + c][i] = (float) offset(c, at, slope);
                planes[1][i] += (float) (slope / 2);
            }
        }
        return planes(planes);
    }

    private MarkPlanes planes(float[][] of) {
        return new MarkPlanes(moments.width(), moments.height(), of[0], of[1], new float[][] {of[2], of[3], of[4]});
    }

    /** The error of the {@link Estimator}, from mean squares: in grey levels of luma at trust 1. */
    private double error(MarkPlanes planes) {
        double sum = 0;
        for (int at = 0; at < moments.size(); at++) {
            int i = moments.pixel(at);
            double square = moments.squaredError(0, at, planes.opacity(0)[i], planes.colour(0)[i]);
            sum += Math.sqrt(moments.get(0, Moments.WEIGHT, at) / moments.pictures() * square);
        }
        return sum / 1.25 / Math.max(1, moments.size());
    }

    /** That of the {@link Estimator}: each pixel's error as of a mean of that many pictures, amplified as undoing does. */
    private double uncertainty(MarkPlanes planes, int unknowns) {
        double squares = 0;
        int marked = 0;
        for (int at = 0; at < moments.size(); at++) {
            int i = moments.pixel(at);
            if (planes.touches(i)) {
                for (int c = 0; c < Patch.PLANES; c++) {
                    double a = planes.opacity(c)[i];
                    double through = Math.max(MarkRemover.LEAST_THROUGH, 1 - a);
                    double square = moments.squaredError(c, at, a, planes.colour(c)[i]);
                    squares += Patch.IN_COLOUR[c] * square / through / through;
                }
                marked++;
            }
        }
        return UNSEEN * Math.sqrt(squares * Estimator.each(moments.pictures(), unknowns) / Math.max(1, marked));
    }
}
