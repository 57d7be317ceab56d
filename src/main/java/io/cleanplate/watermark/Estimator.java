package io.cleanplate.watermark;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Opacity and colour of a mark, pixel by pixel, from what several pictures show. Over a background I a mark of colour W
 * makes J = (1 - a) I + a W; with I predicted from the surroundings this is a line in I for each pixel (a closed form of
 * the multi-image matting of Dekel et al., CVPR 2017, section 3.3). Where one colour explains all pixels, it is found first
 * and leaves one unknown a pixel instead of two, which is what makes few pictures suffice. Luma and chroma have opacities
 * of their own.
 */
final class Estimator {
    private static final double MARKED = 0.05;
    private static final int SAMPLED = 1500;
    /** How much worse one colour may explain the pictures than a colour for each pixel. */
    private static final double TOLERANCE = 1.15;

    /** Pictures of which the error that they leave tells their spread badly: it may be small by chance. */
    private static final double FEW = 4;

    private final Observations observed;

    Estimator(Observations observed) {
        this.observed = observed;
    }

    /**
     * What was estimated.
     *
     * @param planes the mark
     * @param oneColour whether one colour explains it
     * @param error mean absolute error of luma over pictures and pixels, in grey levels at trust 1
     * @param uncertainty root mean square of the error that undoing makes for what is not known, in grey
     *     levels, in pictures that a mark changes as much as usual
     */
    record Estimate(MarkPlanes planes, boolean oneColour, double error, double uncertainty) {}

    /** Estimates; parallel over pixels. */
    Estimate estimate() {
        float[] offset = new float[observed.size()];
        float[] opacity = new float[observed.size()];
        float[] lineError = new float[observed.size()];
        each(at -> {
            PixelFit fit = new PixelFit(observed);
            fit.line(0, at, 1, 0);
            offset[at] = (float) fit.offset();
            opacity[at] = (float) Math.clamp(1 - fit.slope(), 0.0, 0.995);
            lineError[at] = (float) fit.lineError(0, at);
        });
        double[] colour = colour(offset, opacity);
        float[] single = new float[observed.size()];
        float[] singleError = new float[observed.size()];
        each(at -> {
            PixelFit fit = new PixelFit(observed);
            single[at] = (float) fit.opacity(colour, 0, 1, at, 0, 0);
            singleError[at] = (float) fit.opacityError(colour, 0, at, single[at]);
        });
        double one = 0;
        double two = 0;
        for (int at = 0; at < single.length; at++) {
            if (single[at] > MARKED || opacity[at] > MARKED) {
                one += singleError[at];
                two += lineError[at];
            }
        }
        int free = observed.pictures();
        boolean oneColour = one / (free - 1) <= TOLERANCE * two / Math.max(0.5, free - 2);
        MarkPlanes planes = oneColour ? oneColour(colour, single) : colourOfEach(offset, opacity);
        double error = (oneColour ? one : two) / Math.max(1, observed.size()) / free;
        return new Estimate(planes, oneColour, error, uncertainty(planes, oneColour ? 1 : 2));
    }

    /** From each pixel's own errors in all planes, as for a mean of that many pictures, amplified as undoing does. */
    private double uncertainty(MarkPlanes planes, int unknowns) {
        double squares = 0;
        int marked = 0;
        for (int at = 0; at < observed.size(); at++) {
            if (planes.touches(observed.pixel(at))) {
                for (int c = 0; c < Patch.PLANES; c++) {
                    double one = meanError(planes, c, at);
                    squares += Patch.IN_COLOUR[c] * one * one;
                }
                marked++;
            }
        }
        return Math.sqrt(squares * each(observed.pictures(), unknowns) / Math.max(1, marked));
    }

    /** The share of the pictures' squared error by which so many of them may be off together. */
    static double each(double pictures, int unknowns) {
        return unknowns / Math.max(0.5, pictures - unknowns) * (1 + FEW * FEW / (pictures * pictures));
    }

    /** The spread of a pixel's values around the mark, from their mean absolute error, as for a normal distribution. */
    private double meanError(MarkPlanes planes, int plane, int at) {
        int i = observed.pixel(at);
        double trust = 0;
        double error = 0;
        for (int k = 0; k < observed.pictures(); k++) {
            float behind = observed.behind(plane, k, at);
            trust += observed.trust(k, at);
            error += observed.trust(k, at)
                    * Math.abs(observed.seen(plane, k, at) - behind - planes.change(plane, i, behind));
        }
        return 1.25 * error / trust / Math.max(MarkRemover.LEAST_THROUGH, 1 - planes.opacity(plane)[i]);
    }

    private interface Work {
        void at(int at);
    }

    private void each(Work work) {
        int chunk = 64;
        IntStream.range(0, (observed.size() + chunk - 1) / chunk).parallel().forEach(part -> {
            for (int at = part * chunk; at < Math.min(observed.size(), (part + 1) * chunk); at++) {
                work.at(at);
            }
        });
    }

    private MarkPlanes oneColour(double[] colour, float[] luma) {
        float[] chroma = new float[luma.length];
        each(at -> {
            PixelFit fit = new PixelFit(observed);
            chroma[at] = (float) fit.opacity(colour, 1, 3, at, luma[at], observed.pictures() * 0.02);
        });
        float[][] planes = new float[Patch.PLANES][];
        for (int c = 0; c < planes.length; c++) {
            planes[c] = (c == 0 ? luma : chroma).clone();
            for (int at = 0; at < luma.length; at++) {
                planes[c][at] *= (float) colour[c];
            }
        }
        return planes(luma, chroma, planes);
    }

    private MarkPlanes colourOfEach(float[] offset, float[] opacity) {
        float[] chroma = opacity.clone();
        float[][] planes = {offset, new float[opacity.length], new float[opacity.length]};
        each(at -> {
            PixelFit fit = new PixelFit(observed);
            double slope = 0;
            for (int c = 1; c < Patch.PLANES; c++) {
                fit.line(c, at, 1 - opacity[at], 0.3 * observed.pictures());
                planes[c][at] = (float) fit.offset();
                slope += fit.slope() / 2;
            }
            chroma[at] = (float) Math.clamp(1 - slope, 0.0, 0.995);
        });
        return planes(opacity, chroma, planes);
    }

    private MarkPlanes planes(float[] luma, float[] chroma, float[][] colour) {
        float[][] spread = new float[Patch.PLANES][];
        for (int c = 0; c < spread.length; c++) {
            spread[c] = observed.spread(colour[c]);
        }
        return new MarkPlanes(
                observed.width(), observed.height(), observed.spread(luma), observed.spread(chroma), spread);
    }

    /** The one colour that explains the pixels best: its luma by search, its chroma from the opacities found with it. */
    private double[] colour(float[] offset, float[] opacity) {
        int[] sample = sample(offset, opacity);
        double[] colour = new double[Patch.PLANES];
        double best = 0;
        double least = Double.MAX_VALUE;
        for (double step = 16, from = 0, to = 256; step >= 0.5; step /= 4) {
            int count = (int) ((to - from) / step) + 1;
            double low = from;
            double width = step;
            double[] errors = IntStream.range(0, count)
                    .parallel()
                    .mapToDouble(i -> error(Math.min(255, low + i * width), sample))
                    .toArray();
            for (int i = 0; i < count; i++) {
                if (errors[i] < least) {
                    least = errors[i];
                    best = Math.min(255, low + i * width);
                }
            }
            from = Math.max(0, best - step);
            to = Math.min(256, best + step);
        }
        colour[0] = best;
        for (int c = 1; c < Patch.PLANES; c++) {
            colour[c] = chroma(c, colour, sample);
        }
        return colour;
    }

    private double error(double luma, int[] sample) {
        double[] colour = {luma, 0, 0};
        PixelFit fit = new PixelFit(observed);
        double sum = 0;
        for (int at : sample) {
            sum += fit.opacityError(colour, 0, at, fit.opacity(colour, 0, 1, at, 0, 0));
        }
        return sum;
    }

    /** The median over pixels and pictures of the colour that each asks for, each as heavy as its opacity. */
    private double chroma(int plane, double[] colour, int[] sample) {
        double[] wanted = new double[sample.length * observed.pictures()];
        double[] weights = new double[wanted.length];
        PixelFit fit = new PixelFit(observed);
        for (int i = 0; i < sample.length; i++) {
            double a = fit.opacity(colour, 0, 1, sample[i], 0, 0);
            for (int k = 0; k < observed.pictures(); k++) {
                int to = i * observed.pictures() + k;
                double through = (1 - a) * observed.behind(plane, k, sample[i]);
                wanted[to] = (observed.seen(plane, k, sample[i]) - through) / Math.max(0.02, a);
                weights[to] = a > MARKED ? a * observed.trust(k, sample[i]) : 0;
            }
        }
        return Medians.weighted(wanted, weights);
    }

    /** Pixels well inside the mark, as many as are needed to tell its colour. */
    private int[] sample(float[] offset, float[] opacity) {
        int[] marked = IntStream.range(0, opacity.length)
                .filter(at -> opacity[at] > MARKED || Math.abs(offset[at]) > 10)
                .toArray();
        if (marked.length == 0) {
            marked = IntStream.range(0, opacity.length).toArray();
        }
        int step = Math.max(1, marked.length / SAMPLED);
        int[] chosen = marked;
        return Arrays.stream(IntStream.range(0, marked.length / step)
                        .map(i -> chosen[i * step])
                        .toArray())
                .toArray();
    }
}
