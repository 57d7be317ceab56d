package io.cleanplate.watermark;

import io.cleanplate.imaging.Pixels;
import io.cleanplate.imaging.Rect;

/**
 * One plane of a part of a picture, read straight from its samples: 0 luma, 1 blue difference, 2 red difference, as in
 * {@link Patch}. Marks whose luma is like the photographs' show in a difference only.
 */
final class Channel {
    private static final float[][] WEIGHTS = {
        {0.299f, 0.587f, 0.114f}, {-0.169f, -0.331f, 0.5f}, {0.5f, -0.419f, -0.081f}
    };

    private Channel() {}

    /** Row by row, on the scale 0 to 255; where the area reaches outside the picture, the border's pixels go on. */
    static float[] of(Pixels pixels, Rect area, int plane) {
        float[] values = new float[area.width() * area.height()];
        byte[] color = pixels.color();
        float[] weights = WEIGHTS[plane];
        boolean plain = pixels.depth() == 8 && pixels.channels() == 3;
        for (int y = 0, i = 0; y < area.height(); y++) {
            int row = Math.clamp(area.top() + y, 0, pixels.height() - 1) * pixels.width();
            for (int x = 0; x < area.width(); x++, i++) {
                int pixel = row + Math.clamp(area.left() + x, 0, pixels.width() - 1);
                values[i] = plain
                        ? weights[0] * (color[3 * pixel] & 0xFF)
                                + weights[1] * (color[3 * pixel + 1] & 0xFF)
                                + weights[2] * (color[3 * pixel + 2] & 0xFF)
                        : other(pixels, color, pixel, weights);
            }
        }
        return values;
    }

    private static float other(Pixels pixels, byte[] color, int pixel, float[] weights) {
        float scale = 255f / pixels.maxSample();
        if (pixels.channels() == 1) {
            return Pixels.get(color, pixels.depth(), pixel) * scale * (weights[0] + weights[1] + weights[2]);
        }
        float sum = 0;
        for (int c = 0; c < 3; c++) {
            sum += weights[c] * Pixels.get(color, pixels.depth(), 3 * pixel + c);
        }
        return sum * scale;
    }
}
