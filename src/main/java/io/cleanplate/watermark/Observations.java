package io.cleanplate.watermark;

import io.cleanplate.imaging.Rect;
import io.cleanplate.mask.Mask;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What several pictures show within a mask: their values, what lies behind the mark as a {@link HarmonicFill} predicts it,
 * and how far that prediction is to be trusted. Immutable by contract.
 */
final class Observations {
    /** How far the surroundings reach that tell how smooth a picture is, in pixels. */
    private static final int AROUND = 6;

    private final int width;
    private final int height;
    private final int[] pixels;
    private final float[][][] seen;
    private final float[][][] behind;
    private final float[][] trust;

    /** Of patches of the mask's size. */
    Observations(List<Patch> pictures, Mask mask) {
        width = mask.width();
        height = mask.height();
        byte[] hole = new byte[width * height];
        mask.copyInto(Rect.ofSize(width, height), hole);
        pixels = IntStream.range(0, hole.length).filter(i -> hole[i] != 0).toArray();
        seen = new float[Patch.PLANES][pictures.size()][];
        behind = new float[Patch.PLANES][pictures.size()][];
        trust = new float[pictures.size()][];
        HarmonicFill fill = new HarmonicFill(hole, width, height);
        IntStream.range(0, pictures.size()).parallel().forEach(k -> {
            Patch picture = pictures.get(k);
            for (int c = 0; c < Patch.PLANES; c++) {
                seen[c][k] = masked(picture.plane(c));
                behind[c][k] = masked(fill.fill(picture.plane(c)));
            }
            trust[k] = trust(picture.plane(0), hole);
        });
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    int pictures() {
        return trust.length;
    }

    /** How many pixels are masked. */
    int size() {
        return pixels.length;
    }

    /** The index in the rectangle of a masked pixel. */
    int pixel(int at) {
        return pixels[at];
    }

    /** The value of a plane in a picture at a masked pixel. */
    float seen(int plane, int picture, int at) {
        return seen[plane][picture][at];
    }

    /** The predicted value behind the mark. */
    float behind(int plane, int picture, int at) {
        return behind[plane][picture][at];
    }

    /** The inverse of the error, in grey levels, that the prediction is likely to have. */
    float trust(int picture, int at) {
        return trust[picture][at];
    }

    private float[] masked(float[] plane) {
        float[] values = new float[pixels.length];
        for (int at = 0; at < values.length; at++) {
            values[at] = plane[pixels[at]];
        }
        return values;
    }

    /** From the mean square of the known differences between neighbours around each pixel. */
    private float[] trust(float[] plane, byte[] hole) {
        int stride = width + 1;
        double[] sum = new double[stride * (height + 1)];
        double[] count = new double[sum.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int i = y * width + x;
                double square = 0;
                int known = 0;
                if (hole[i] == 0 && x + 1 < width && hole[i + 1] == 0) {
                    square += (plane[i + 1] - plane[i]) * (plane[i + 1] - plane[i]);
                    known++;
                }
                if (hole[i] == 0 && y + 1 < height && hole[i + width] == 0) {
                    square += (plane[i + width] - plane[i]) * (plane[i + width] - plane[i]);
                    known++;
                }
                int to = (y + 1) * stride + x + 1;
                sum[to] = square + sum[to - 1] + sum[to - stride] - sum[to - stride - 1];
                count[to] = known + count[to - 1] + count[to - stride] - count[to - stride - 1];
            }
        }
        float[] values = new float[pixels.length];
        double all = sum[sum.length - 1] / Math.max(1, count[count.length - 1]);
        for (int at = 0; at < values.length; at++) {
            int x = pixels[at] % width;
            int y = pixels[at] / width;
            int a = Math.max(0, y - AROUND) * stride + Math.max(0, x - AROUND);
            int b = Math.max(0, y - AROUND) * stride + Math.min(width, x + AROUND + 1);
            int c = Math.min(height, y + AROUND + 1) * stride + Math.max(0, x - AROUND);
            int d = Math.min(height, y + AROUND + 1) * stride + Math.min(width, x + AROUND + 1);
            double near =
                    (sum[d] - sum[b] - sum[c] + sum[a] + 8 * all) / (count[d] - count[b] - count[c] + count[a] + 8);
            values[at] = (float) (1 / Math.sqrt(near + 0.25));
        }
        return values;
    }

    /** An array as large as the rectangle, zero outside the mask. */
    float[] spread(float[] values) {
        float[] plane = new float[width * height];
        Arrays.fill(plane, 0);
        for (int at = 0; at < values.length; at++) {
            plane[pixels[at]] = values[at];
        }
        return plane;
    }
}
