package io.cleanplate.watermark;

import io.cleanplate.mask.Mask;

/**
 * A picture's gradients divided by their own length and a small constant, so that a weak edge that comes back in every
 * picture counts as much as a strong one that does not (the watermark of Dekel, Rubinstein, Liu and Freeman, On the
 * Effectiveness of Visible Watermarks, CVPR 2017, section 3.1, found with unit gradients). Immutable by contract.
 */
final class Directions {
    /** Grey levels a pixel from which on a gradient counts half: above what rounding and JPEG leave in flat areas. */
    private static final float SMALL = 4;

    private final int width;
    private final int height;
    private final float[] x;
    private final float[] y;

    Directions(int width, int height, float[] x, float[] y) {
        this.width = width;
        this.height = height;
        this.x = x;
        this.y = y;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    float x(int i) {
        return x[i];
    }

    float y(int i) {
        return y[i];
    }

    /** Without a rim of that many pixels. */
    Directions inner(int rim) {
        int w = width - 2 * rim;
        int h = height - 2 * rim;
        float[] innerX = new float[w * h];
        float[] innerY = new float[w * h];
        for (int row = 0; row < h; row++) {
            System.arraycopy(x, (row + rim) * width + rim, innerX, row * w, w);
            System.arraycopy(y, (row + rim) * width + rim, innerY, row * w, w);
        }
        return new Directions(w, h, innerX, innerY);
    }

    /** Zero beside a mask of the same size. */
    Directions within(Mask mask) {
        float[] maskedX = x.clone();
        float[] maskedY = y.clone();
        for (int i = 0; i < maskedX.length; i++) {
            if (!mask.get(i % width, i / width)) {
                maskedX[i] = 0;
                maskedY[i] = 0;
            }
        }
        return new Directions(width, height, maskedX, maskedY);
    }

    /** Of a plane of grey levels, by Sobel's kernels; zero at its border. */
    static Directions of(float[] plane, int width, int height) {
        float[] across = new float[plane.length];
        float[] down = new float[plane.length];
        for (int row = 1; row < height - 1; row++) {
            for (int i = row * width + 1; i < (row + 1) * width - 1; i++) {
                float upperLeft = plane[i - width - 1];
                float upperRight = plane[i - width + 1];
                float lowerLeft = plane[i + width - 1];
                float lowerRight = plane[i + width + 1];
                float gx = (upperRight + 2 * plane[i + 1] + lowerRight - upperLeft - 2 * plane[i - 1] - lowerLeft) / 8;
                float gy =
                        (lowerLeft + 2 * plane[i + width] + lowerRight - upperLeft - 2 * plane[i - width] - upperRight)
                                / 8;
                float length = (float) Math.sqrt(gx * gx + gy * gy) + SMALL;
                across[i] = gx / length;
                down[i] = gy / length;
            }
        }
        return new Directions(width, height, across, down);
    }
}
