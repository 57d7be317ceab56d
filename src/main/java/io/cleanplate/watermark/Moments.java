package io.cleanplate.watermark;

import io.cleanplate.imaging.Rect;
import io.cleanplate.mask.Mask;
import java.util.stream.IntStream;

/**
 * What pictures told of a mark so far, so that none of them is needed to learn from the next: for each of its pixels and
 * planes the weighted mean and spread of what lay behind and of how the mark changed it, and how the two went together.
 * Any line and any opacity of a mark of known colour is fitted to these as it would be to the pictures, whose weights were
 * fixed when they were learned from. Immutable by contract.
 */
public final class Moments {
    /** Of no picture. */
    public static final Moments NONE = new Moments(0, 0, 0, new int[0], new float[Patch.PLANES][6][0]);

    /** What is kept of a plane: the sum of weights, two means, and the mean squares and product of what is off them. */
    static final int WEIGHT = 0;

    static final int BEHIND = 1;
    static final int CHANGE = 2;
    static final int BEHIND_SPREAD = 3;
    static final int TOGETHER = 4;
    static final int CHANGE_SPREAD = 5;
    static final int KINDS = 6;

    /** What photographs are like on the whole, for a mark of which only the planes are known: weight, mean and spread. */
    private static final float[][] USUAL = {{0.04f, 110, 1600}, {0.04f, 0, 150}, {0.04f, 0, 150}};

    private final double pictures;
    private final int width;
    private final int height;
    private final int[] pixels;
    private final float[][][] values;

    /**
     * Takes arrays over.
     *
     * @param pictures how many pictures these are worth
     * @param pixels indices in a rectangle of that size
     * @param values by plane, kind and pixel
     */
    Moments(double pictures, int width, int height, int[] pixels, float[][][] values) {
        this.pictures = pictures;
        this.width = width;
        this.height = height;
        this.pixels = pixels;
        this.values = values;
    }

    /** What pictures would have told that led to these planes, where nothing else was kept of them. */
    static Moments supposed(MarkPlanes planes, Profile.Quality quality) {
        int width = planes.width();
        int[] pixels = pixels(touched(planes));
        float[][][] values = new float[Patch.PLANES][KINDS][pixels.length];
        double scatter = Math.pow(1.25 * quality.error(), 2) / USUAL[0][0];
        for (int c = 0; c < Patch.PLANES; c++) {
            for (int at = 0; at < pixels.length; at++) {
                float opacity = planes.opacity(c)[pixels[at]];
                values[c][WEIGHT][at] = quality.pictures() * USUAL[c][0];
                values[c][BEHIND][at] = USUAL[c][1];
                values[c][CHANGE][at] = planes.colour(c)[pixels[at]] - opacity * USUAL[c][1];
                values[c][BEHIND_SPREAD][at] = USUAL[c][2];
                values[c][TOGETHER][at] = -opacity * USUAL[c][2];
                values[c][CHANGE_SPREAD][at] = (float) (opacity * opacity * USUAL[c][2] + scatter);
            }
        }
        return new Moments(quality.pictures(), width, planes.height(), pixels, values);
    }

    /** The value behind a mark that photographs have on the whole, in a plane. */
    static float usual(int plane) {
        return USUAL[plane][BEHIND];
    }

    private static Mask touched(MarkPlanes planes) {
        byte[] grey = new byte[planes.width() * planes.height()];
        for (int i = 0; i < grey.length; i++) {
            grey[i] = (byte) (planes.touches(i) ? 255 : 0);
        }
        return Mask.ofGrey(planes.width(), planes.height(), grey).grow(1);
    }

    private static int[] pixels(Mask mask) {
        return IntStream.range(0, mask.width() * mask.height())
                .filter(i -> mask.get(i % mask.width(), i / mask.width()))
                .toArray();
    }

    /** Whether no picture was learned from. */
    boolean isNone() {
        return pictures == 0;
    }

    /** How many pictures these are worth; fewer than there were when old ones faded. */
    double pictures() {
        return pictures;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** How many pixels are masked. */
    int size() {
        return pixels.length;
    }

    /** The index in the rectangle of a masked pixel. */
    int pixel(int at) {
        return pixels[at];
    }

    float get(int plane, int kind, int at) {
        return values[plane][kind][at];
    }

    /** The pixels that are known of. */
    Mask mask() {
        byte[] grey = new byte[width * height];
        for (int i : pixels) {
            grey[i] = (byte) 255;
        }
        return Mask.ofGrey(width, height, grey);
    }

    /** The weighted mean square of what a mark leaves unexplained of a pixel. */
    double squaredError(int plane, int at, double opacity, double colour) {
        float[][] of = values[plane];
        double mean = of[CHANGE][at] + opacity * of[BEHIND][at] - colour;
        double spread =
                of[CHANGE_SPREAD][at] + 2 * opacity * of[TOGETHER][at] + opacity * opacity * of[BEHIND_SPREAD][at];
        return mean * mean + Math.max(0, spread);
    }

    /** As if of fewer pictures, when these are more than so many. */
    Moments faded(double most) {
        if (pictures <= most) {
            return this;
        }
        float[][][] lighter = new float[Patch.PLANES][][];
        for (int c = 0; c < lighter.length; c++) {
            lighter[c] = values[c].clone();
            lighter[c][WEIGHT] = values[c][WEIGHT].clone();
            for (int at = 0; at < pixels.length; at++) {
                lighter[c][WEIGHT][at] *= (float) (most / pictures);
            }
        }
        return new Moments(most, width, height, pixels, lighter);
    }

    /** The same in a larger rectangle. */
    Moments within(Rect area, Rect larger) {
        int[] moved = new int[pixels.length];
        for (int at = 0; at < moved.length; at++) {
            int x = pixels[at] % width + area.left() - larger.left();
            int y = pixels[at] / width + area.top() - larger.top();
            moved[at] = y * larger.width() + x;
        }
        return new Moments(pictures, larger.width(), larger.height(), moved, values);
    }

    /** Of both one's pictures, and all pixels that one or the other is of, in rectangles of one size. */
    Moments joined(Moments other) {
        int[] union = pixels(mask().union(other.mask()));
        return spread(union).plus(other.spread(union));
    }

    /** Of more pixels, about which nothing is known. */
    private Moments spread(int[] more) {
        float[][][] wider = new float[Patch.PLANES][KINDS][more.length];
        for (int to = 0, at = 0; at < pixels.length; to++) {
            if (more[to] == pixels[at]) {
                for (int c = 0; c < wider.length; c++) {
                    for (int kind = 0; kind < KINDS; kind++) {
                        wider[c][kind][to] = values[c][kind][at];
                    }
                }
                at++;
            }
        }
        return new Moments(pictures, width, height, more, wider);
    }

    /** Of both one's pictures; the other one is of the same pixels (Chan, Golub, LeVeque, COMPSTAT 1982). */
    Moments plus(Moments other) {
        if (isNone() || other.isNone()) {
            return isNone() ? other : this;
        }
        float[][][] sum = new float[Patch.PLANES][KINDS][pixels.length];
        for (int c = 0; c < sum.length; c++) {
            float[][] a = values[c];
            float[][] b = other.values[c];
            for (int at = 0; at < pixels.length; at++) {
                float weight = a[WEIGHT][at] + b[WEIGHT][at];
                float share = weight == 0 ? 0 : b[WEIGHT][at] / weight;
                float apart = share * (1 - share);
                float behind = b[BEHIND][at] - a[BEHIND][at];
                float change = b[CHANGE][at] - a[CHANGE][at];
                sum[c][WEIGHT][at] = weight;
                sum[c][BEHIND][at] = a[BEHIND][at] + share * behind;
                sum[c][CHANGE][at] = a[CHANGE][at] + share * change;
                sum[c][BEHIND_SPREAD][at] = mixed(a, b, BEHIND_SPREAD, at, share) + apart * behind * behind;
                sum[c][TOGETHER][at] = mixed(a, b, TOGETHER, at, share) + apart * behind * change;
                sum[c][CHANGE_SPREAD][at] = mixed(a, b, CHANGE_SPREAD, at, share) + apart * change * change;
            }
        }
        return new Moments(pictures + other.pictures, width, height, pixels, sum);
    }

    private static float mixed(float[][] a, float[][] b, int kind, int at, float share) {
        return (1 - share) * a[kind][at] + share * b[kind][at];
    }
}
