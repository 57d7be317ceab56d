package io.cleanplate.watermark;

import io.cleanplate.imaging.Pixels;
import io.cleanplate.imaging.Rect;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How far JPEG moved a picture's luma, told from its pixels: the coefficients of its blocks lie near multiples of the step
 * that they were quantised with (Fan and de Queiroz, Identification of Bitmap Compression History, IEEE TIP 12(2), 2003).
 * The error of a coefficient is the step's, or less where most are zero, as for Laplace's distribution. A picture whose
 * blocks do not begin at its corner counts as one that was never compressed.
 */
final class JpegNoise {
    /** What rounding to eight bits leaves, in grey levels. */
    static final double ROUNDING = 0.3;

    private static final int SIDE = 8;
    /** Blocks that tell the steps, and those that tell the error. */
    private static final int MOST_BLOCKS = 800;

    private static final int NEAR_BLOCKS = 200;
    /** How far rounding moves a coefficient, and the steps that can be told from it. */
    private static final double NEAR = 0.75;

    private static final int LEAST_STEP = 4;
    private static final int MOST_STEP = 90;
    /** How many coefficients that are not zero tell a step, and their share that must be near its multiples. */
    private static final int ENOUGH = 10;

    private static final double MOST = 0.7;
    /** Frequencies whose steps must be told. */
    private static final int FREQUENCIES = 3;

    private static final double[][] COSINES = new double[SIDE][SIDE];

    static {
        for (int f = 0; f < SIDE; f++) {
            for (int x = 0; x < SIDE; x++) {
                COSINES[f][x] = Math.cos((2 * x + 1) * f * Math.PI / 16) * (f == 0 ? Math.sqrt(0.125) : 0.5);
            }
        }
    }

    private JpegNoise() {}

    /** The root mean square error of luma in and around an area, in grey levels; {@link #ROUNDING} where there was no JPEG. */
    static double of(Pixels pixels, Rect area) {
        List<float[]> all = blocks(pixels, pixels.bounds(), MOST_BLOCKS);
        double[] ratios = new double[SIDE * SIDE];
        int told = 0;
        for (int f = 1; f < SIDE * SIDE; f++) {
            int step = step(magnitudes(all, f));
            if (step > 0) {
                ratios[told++] = step / usual(f);
            }
        }
        if (told < FREQUENCIES) {
            return ROUNDING;
        }
        double scale = Medians.of(Arrays.copyOf(ratios, told));
        List<float[]> near = blocks(pixels, area.grow(SIDE).intersect(pixels.bounds()), NEAR_BLOCKS);
        List<float[]> measured = near.isEmpty() ? all : near;
        double square = ROUNDING * ROUNDING;
        for (int f = 0; f < SIDE * SIDE; f++) {
            square += error(magnitudes(measured, f), Math.max(1, scale * usual(f))) / (SIDE * SIDE);
        }
        return Math.sqrt(square);
    }

    /** How a step grows with the frequency in most tables, as in annex K of the standard: 10 at the lowest, 100 at the highest. */
    private static double usual(int f) {
        return 10 + 6.5 * (f % SIDE + f / SIDE);
    }

    private static List<float[]> blocks(Pixels pixels, Rect area, int most) {
        int left = (area.left() + SIDE - 1) / SIDE;
        int top = (area.top() + SIDE - 1) / SIDE;
        int columns = area.right() / SIDE - left;
        int rows = area.bottom() / SIDE - top;
        List<float[]> blocks = new ArrayList<>();
        int every = Math.max(1, columns * rows / most);
        for (int i = 0; i < columns * rows; i += every) {
            int x = (left + i % columns) * SIDE;
            int y = (top + i / columns) * SIDE;
            float[] luma = Channel.of(pixels, new Rect(x, y, x + SIDE, y + SIDE), 0);
            if (!clipped(luma)) {
                blocks.add(transformed(luma));
            }
        }
        return blocks;
    }

    /** Whether decoding may have cut values off, which moves all coefficients. */
    private static boolean clipped(float[] luma) {
        boolean clipped = false;
        for (float value : luma) {
            clipped |= value < 2 || value > 253;
        }
        return clipped;
    }

    private static float[] transformed(float[] luma) {
        double[] rows = new double[SIDE * SIDE];
        for (int i = 0; i < rows.length; i++) {
            for (int x = 0; x < SIDE; x++) {
                rows[i] += COSINES[i % SIDE][x] * luma[i / SIDE * SIDE + x];
            }
        }
        float[] coefficients = new float[SIDE * SIDE];
        for (int i = 0; i < rows.length; i++) {
            double sum = 0;
            for (int y = 0; y < SIDE; y++) {
                sum += COSINES[i / SIDE][y] * rows[y * SIDE + i % SIDE];
            }
            coefficients[i] = (float) sum;
        }
        return coefficients;
    }

    private static double[] magnitudes(List<float[]> blocks, int frequency) {
        return blocks.stream().mapToDouble(block -> Math.abs(block[frequency])).toArray();
    }

    /** The largest step that explains the coefficients; 0 when none can be told. */
    private static int step(double[] magnitudes) {
        double[] whole = Arrays.stream(magnitudes).filter(c -> c > NEAR).toArray();
        int found = 0;
        for (int step = LEAST_STEP; whole.length >= ENOUGH && step <= MOST_STEP; step++) {
            int misses = 0;
            for (int i = 0; i < whole.length && misses <= (1 - MOST) * whole.length; i++) {
                double times = Math.max(1, Math.rint(whole[i] / step));
                misses += Math.abs(whole[i] - times * step) < NEAR ? 0 : 1;
            }
            found = misses <= (1 - MOST) * whole.length ? step : found;
        }
        return found;
    }

    /** The mean square error that a step leaves in coefficients. */
    private static double error(double[] magnitudes, double step) {
        double beyond = 0.5;
        for (double c : magnitudes) {
            beyond += c > step / 2 ? 1 : 0;
        }
        double spread = step / 2 / Math.log(magnitudes.length / Math.min(beyond, magnitudes.length * 0.9));
        return Math.min(step * step / 12, 2 * spread * spread);
    }
}
