package io.cleanplate.imaging;

import org.jspecify.annotations.Nullable;

/** Fills 8-bit pixels one by one, row by row, from values of the form {@code 0xAARRGGBB}. Used by one thread. */
final class Planes {
    private final int width;
    private final int height;
    private final int channels;
    private final byte[] color;
    private final byte @Nullable [] alpha;
    private int pixel;

    Planes(int width, int height, int channels, boolean hasAlpha) {
        this.width = width;
        this.height = height;
        this.channels = channels;
        this.color = new byte[width * height * channels];
        this.alpha = hasAlpha ? new byte[width * height] : null;
    }

    void add(int argb) {
        int at = pixel * channels;
        if (channels == 3) {
            color[at++] = (byte) (argb >> 16);
            color[at++] = (byte) (argb >> 8);
        }
        color[at] = (byte) argb;
        if (alpha != null) {
            alpha[pixel] = (byte) (argb >>> 24);
        }
        pixel++;
    }

    Pixels pixels() {
        return new Pixels(width, height, channels, 8, color, alpha);
    }
}
