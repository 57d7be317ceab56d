package io.cleanplate.watermark;

/**
 * Moves planes by a part of a pixel, by cubic convolution (Keys, Cubic Convolution Interpolation for Digital Image
 * Processing, IEEE TASSP 29(6), 1981, with a = -1/2). Immutable.
 */
final class Resampling {
    /** Pixels needed before and behind each that is wanted. */
    static final int BEFORE = 1;

    static final int BEHIND = 2;

    private final int width;
    private final int height;
    private final float[] across;
    private final float[] down;

    /** For planes of this size that come out; the shift lies from 0 to 1. */
    Resampling(int width, int height, double dx, double dy) {
        this.width = width;
        this.height = height;
        this.across = kernel(dx);
        this.down = kernel(dy);
    }

    private static float[] kernel(double t) {
        return new float[] {
            (float) (t * (-0.5 + t * (1 - 0.5 * t))),
            (float) (1 + t * t * (-2.5 + 1.5 * t)),
            (float) (t * (0.5 + t * (2 - 1.5 * t))),
            (float) (t * t * (-0.5 + 0.5 * t))
        };
    }

    /** From a plane that is {@link #BEFORE} + {@link #BEHIND} pixels wider and higher. */
    float[] within(float[] wide, int stride) {
        float[] rows = new float[width * (height + BEFORE + BEHIND)];
        for (int y = 0; y < height + BEFORE + BEHIND; y++) {
            for (int x = 0; x < width; x++) {
                int i = y * stride + x;
                rows[y * width + x] = across[0] * wide[i]
                        + across[1] * wide[i + 1]
                        + across[2] * wide[i + 2]
                        + across[3] * wide[i + 3];
            }
        }
        float[] result = new float[width * height];
        for (int i = 0; i < result.length; i++) {
            result[i] = down[0] * rows[i]
                    + down[1] * rows[i + width]
                    + down[2] * rows[i + 2 * width]
                    + down[3] * rows[i + 3 * width];
        }
        return result;
    }

    /** A plane of the same size moved by (dx, dy) towards larger coordinates; its border's values go on outside. */
    static float[] moved(float[] plane, int width, int height, double dx, double dy) {
        int wholeX = (int) Math.floor(-dx);
        int wholeY = (int) Math.floor(-dy);
        int stride = width + BEFORE + BEHIND;
        float[] wide = new float[stride * (height + BEFORE + BEHIND)];
        for (int y = 0, i = 0; y < height + BEFORE + BEHIND; y++) {
            int py = Math.clamp(y + wholeY - BEFORE, 0, height - 1);
            for (int x = 0; x < stride; x++, i++) {
                wide[i] = plane[py * width + Math.clamp(x + wholeX - BEFORE, 0, width - 1)];
            }
        }
        return new Resampling(width, height, -dx - wholeX, -dy - wholeY).within(wide, stride);
    }
}
