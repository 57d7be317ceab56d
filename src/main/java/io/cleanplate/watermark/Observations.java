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
    /** Square of the error, in grey levels, that even the smoothest picture's prediction has. */
    private static final double SURE = 0.25;

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
            float[] rough = masked(Roughness.of(picture.plane(0), hole, width, height));
            trust[k] = new float[rough.length];
            for (int at = 0; at < rough.length; at++) {
                trust[k][at] = (float) (1 / Math.sqrt(rough[at] * rough[at] + SURE));
            }
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
