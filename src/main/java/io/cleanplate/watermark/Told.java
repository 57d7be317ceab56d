package io.cleanplate.watermark;

import io.cleanplate.watermark.Estimator.Estimate;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What new pictures add to the {@link Moments} of a mark. Each pixel of each picture counts by how well its background was
 * predicted, and less where it lies further from the mark than such pixels do (weights after Huber, Robust Estimation of a
 * Location Parameter, 1964); mark and weights are found by turns. Confined to one thread.
 */
final class Told {
    private static final int ROUNDS = 8;
    /** In usual errors, how far off a pixel counts in full. */
    private static final double IN_FULL = 1.3;
    /** How many pictures' worth of the mean pixel's error each pixel's own is taken with. */
    private static final double SHARED = 4;
    /** How much larger errors become at most before they count as not fitting: few pictures are fitted too closely. */
    private static final double MOST_LARGER = 2.5;

    private final Moments before;
    private final Observations observed;
    private final double[] worth;
    private final double[] gain;
    private final boolean[] gainKnown;
    private final float[][][] weights;
    private final double[][] usual = new double[2][];
    private MarkPlanes mark;

    /**
     * Of pictures with the mark as usual.
     *
     * @param before what older pictures told, of the same pixels; may be none
     * @param mark the mark as it is known so far
     */
    Told(Moments before, Observations observed, MarkPlanes mark) {
        this.before = before;
        this.observed = observed;
        this.mark = mark;
        worth = new double[observed.pictures()];
        gain = new double[worth.length];
        gainKnown = new boolean[worth.length];
        Arrays.fill(worth, 1);
        Arrays.fill(gain, 1);
        Arrays.fill(gainKnown, true);
        weights = new float[2][worth.length][observed.size()];
    }

    /**
     * Says how a picture shows the mark.
     *
     * @param share of a picture's weight that it counts, 0 to 1
     */
    void worth(int picture, double share) {
        worth[picture] = share;
    }

    /** Says that a picture shows the mark about so strong: it tells of shape and colour, and not of opacity as a whole. */
    void strength(int picture, double about) {
        gain[picture] = about;
        gainKnown[picture] = false;
    }

    /**
     * What was learned.
     *
     * @param moments of all pictures, old and new
     * @param estimate the mark
     */
    record Outcome(Moments moments, Estimate estimate) {}

    /** The mark with what the pictures add. */
    Outcome learned() {
        Outcome outcome = new Outcome(before, new Estimate(mark, true, 0, 0));
        for (int round = 0; round < ROUNDS; round++) {
            usual[0] = usual(0);
            usual[1] = usual(1);
            // At first all count: a mark that was misjudged from few pictures must not choose those that agree with it.
            double full = round == 0 ? Double.MAX_VALUE : IN_FULL;
            IntStream.range(0, worth.length).parallel().forEach(k -> weigh(k, full));
            Moments all = before.plus(moments());
            outcome = new Outcome(all, new MomentsFit(all).estimate());
            mark = outcome.estimate().planes();
        }
        return outcome;
    }

    private void weigh(int k, double full) {
        for (int at = 0; at < observed.size(); at++) {
            double trust = observed.trust(k, at) * gain[k];
            for (int group = 0; group < 2; group++) {
                double off = trust * error(group, k, at) / usual[group][at];
                weights[group][k][at] = (float) (worth[k] * trust * trust * Math.min(1, full / Math.max(1e-9, off)));
            }
        }
        if (!gainKnown[k]) {
            gain[k] = gain(k);
        }
    }

    /** The strength at which a picture agrees with the mark on the whole, so that it cannot make it stronger or weaker. */
    private double gain(int k) {
        double top = 0;
        double bottom = 1e-9;
        for (int at = 0; at < observed.size(); at++) {
            int i = observed.pixel(at);
            double made = mark.colour(0)[i] - mark.opacity(0)[i] * observed.behind(0, k, at);
            top += weights[0][k][at] * made * (observed.seen(0, k, at) - observed.behind(0, k, at));
            bottom += weights[0][k][at] * made * made;
        }
        return Math.clamp(top / bottom, 0.2, 2.0);
    }

    private double change(int plane, int k, int at) {
        return (observed.seen(plane, k, at) - observed.behind(plane, k, at)) / gain[k];
    }

    private double error(int plane, int k, int at, double opacity, double colour) {
        return change(plane, k, at) + opacity * observed.behind(plane, k, at) - colour;
    }

    /** How far off the mark a picture is: in luma, or in chroma. */
    private double error(int group, int k, int at) {
        int i = observed.pixel(at);
        double first = error(group, k, at, mark.opacity(group)[i], mark.colour(group)[i]);
        return group == 0 ? Math.abs(first) : Math.hypot(first, error(2, k, at, mark.opacity(2)[i], mark.colour(2)[i]));
    }

    /** The usual error of each pixel, at trust 1: of older pictures, since one bad new one must not pass for usual. */
    private double[] usual(int group) {
        double[] squares = new double[observed.size()];
        double all = 0;
        double pictures = before.isNone() ? worth.length : before.pictures();
        for (int at = 0; at < squares.length; at++) {
            squares[at] = before.isNone() ? ofNew(group, at) : ofOld(group, at);
            all += squares[at] / squares.length;
        }
        for (int at = 0; at < squares.length; at++) {
            squares[at] = Math.sqrt((pictures * squares[at] + SHARED * all) / (pictures + SHARED) + 1e-9);
        }
        if (!before.isNone()) {
            double larger = Math.clamp(larger(group, squares), 1, MOST_LARGER);
            for (int at = 0; at < squares.length; at++) {
                squares[at] *= larger;
            }
        }
        return squares;
    }

    /** How much larger the errors of a new picture are than the usual ones, in the middle one of the new pictures. */
    private double larger(int group, double[] usual) {
        double[] ratios = IntStream.range(0, worth.length)
                .mapToDouble(k -> IntStream.range(0, usual.length)
                        .mapToDouble(at -> 1.25 * observed.trust(k, at) * gain[k] * error(group, k, at) / usual[at])
                        .average()
                        .orElse(1))
                .toArray();
        return Medians.of(ratios);
    }

    private double ofOld(int group, int at) {
        int i = observed.pixel(at);
        double sum = 0;
        for (int c = group; c <= 2 * group; c++) {
            double square = before.squaredError(c, at, mark.opacity(c)[i], mark.colour(c)[i]);
            sum += before.get(c, Moments.WEIGHT, at) / before.pictures() * square;
        }
        return sum;
    }

    private double ofNew(int group, int at) {
        double sum = 0;
        for (int k = 0; k < worth.length; k++) {
            sum += observed.trust(k, at) * error(group, k, at);
        }
        return Math.pow(1.25 * sum / worth.length, 2);
    }

    private Moments moments() {
        int[] pixels = IntStream.range(0, observed.size()).map(observed::pixel).toArray();
        float[][][] values = new float[Patch.PLANES][Moments.KINDS][pixels.length];
        for (int c = 0; c < values.length; c++) {
            for (int at = 0; at < pixels.length; at++) {
                moments(c, at, values[c]);
            }
        }
        double pictures = Arrays.stream(worth).sum();
        return new Moments(pictures, observed.width(), observed.height(), pixels, values);
    }

    private void moments(int plane, int at, float[][] into) {
        float[][] weight = weights[Math.min(1, plane)];
        double sum = 1e-12;
        double behind = 0;
        double change = 0;
        for (int k = 0; k < worth.length; k++) {
            sum += weight[k][at];
            behind += weight[k][at] * observed.behind(plane, k, at);
            change += weight[k][at] * change(plane, k, at);
        }
        behind /= sum;
        change /= sum;
        double behindSpread = 0;
        double together = 0;
        double changeSpread = 0;
        for (int k = 0; k < worth.length; k++) {
            double x = observed.behind(plane, k, at) - behind;
            double y = change(plane, k, at) - change;
            behindSpread += weight[k][at] * x * x;
            together += weight[k][at] * x * y;
            changeSpread += weight[k][at] * y * y;
        }
        into[Moments.WEIGHT][at] = (float) sum;
        into[Moments.BEHIND][at] = (float) behind;
        into[Moments.CHANGE][at] = (float) change;
        into[Moments.BEHIND_SPREAD][at] = (float) (behindSpread / sum);
        into[Moments.TOGETHER][at] = (float) (together / sum);
        into[Moments.CHANGE_SPREAD][at] = (float) (changeSpread / sum);
    }
}
