package io.cleanplate.desktop.queue;

import io.cleanplate.imaging.Pixels;

/** Cuts and shrinks a picture to fill a thumbnail: the middle of it, each pixel the mean of those it stands for. */
final class ThumbnailScaler {
    private ThumbnailScaler() {}

    /** Opaque or premultiplied ARGB of {@code width * height} pixels. */
    static int[] fill(Pixels pixels, int width, int height) {
        double scale = Math.min((double) pixels.width() / width, (double) pixels.height() / height);
        double left = (pixels.width() - width * scale) / 2;
        double top = (pixels.height() - height * scale) / 2;
        int[] argb = new int[width * height];
        for (int y = 0; y < height; y++) {
            int y0 = clamp(top + y * scale, pixels.height());
            int y1 = Math.max(y0 + 1, clamp(top + (y + 1) * scale, pixels.height() + 1));
            for (int x = 0; x < width; x++) {
                int x0 = clamp(left + x * scale, pixels.width());
                int x1 = Math.max(x0 + 1, clamp(left + (x + 1) * scale, pixels.width() + 1));
                argb[y * width + x] = mean(pixels, x0, y0, x1, y1);
            }
        }
        return argb;
    }

    private static int clamp(double at, int end) {
        return Math.clamp(Math.round(at), 0, end - 1);
    }

    private static int mean(Pixels pixels, int x0, int y0, int x1, int y1) {
        int last = pixels.channels() - 1;
        long red = 0;
        long green = 0;
        long blue = 0;
        long alpha = 0;
        for (int y = y0; y < y1; y++) {
            for (int x = x0; x < x1; x++) {
                long opaque = eight(pixels, pixels.alpha(x, y));
                alpha += opaque;
                red += opaque * eight(pixels, pixels.sample(x, y, 0));
                green += opaque * eight(pixels, pixels.sample(x, y, Math.min(1, last)));
                blue += opaque * eight(pixels, pixels.sample(x, y, last));
            }
        }
        long count = (long) (x1 - x0) * (y1 - y0);
        long full = count * 0xFF;
        return (int) (alpha / count) << 24 | (int) (red / full) << 16 | (int) (green / full) << 8 | (int) (blue / full);
    }

    private static int eight(Pixels pixels, int sample) {
        return pixels.depth() == 8 ? sample : sample >> 8;
    }
}
