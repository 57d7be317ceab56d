package io.cleanplate.imaging;

/** Takes alpha out of colours that it was multiplied into. */
final class Premultiplied {
    private Premultiplied() {}

    /** The pixels with straight colours, rounded to the nearest; unchanged without alpha. */
    static Pixels straight(Pixels pixels) {
        if (pixels.alpha() == null) {
            return pixels;
        }
        int bytes = pixels.depth() / 8;
        int max = pixels.maxSample();
        byte[] color = new byte[pixels.color().length];
        int to = 0;
        for (int y = 0; y < pixels.height(); y++) {
            for (int x = 0; x < pixels.width(); x++) {
                long opacity = pixels.alpha(x, y);
                for (int channel = 0; channel < pixels.channels(); channel++) {
                    long value = pixels.sample(x, y, channel);
                    long straight = opacity == 0 ? 0 : Math.min(max, (value * max + opacity / 2) / opacity);
                    if (bytes == 2) {
                        color[to++] = (byte) (straight >> 8);
                    }
                    color[to++] = (byte) straight;
                }
            }
        }
        return pixels.withColor(color);
    }
}
