package io.cleanplate.imaging;

import java.util.List;

/** Brings pixels down to what a format can hold. */
final class Reduction {
    /** 65535 / 255. */
    private static final int STEP = 257;

    private Reduction() {}

    /** The pixels with 8 bits a sample, each rounded to the nearest. */
    static Pixels toBytes(Pixels pixels, Format format, List<String> notices) {
        if (pixels.depth() == 8) {
            return pixels;
        }
        notices.add(format + " holds 8 bits a colour: the picture's 16 bits were rounded.");
        byte[] alpha = pixels.alpha();
        return new Pixels(
                pixels.width(),
                pixels.height(),
                pixels.channels(),
                8,
                rounded(pixels.color()),
                alpha == null ? null : rounded(alpha));
    }

    /** The 8-bit pixels without alpha, laid over white where they are transparent. */
    static Pixels overWhite(Pixels pixels, Format format, List<String> notices) {
        byte[] alpha = pixels.alpha();
        if (alpha == null) {
            return pixels;
        }
        byte[] color = pixels.color().clone();
        int channels = pixels.channels();
        boolean seen = false;
        for (int pixel = 0; pixel < alpha.length; pixel++) {
            int opacity = alpha[pixel] & 0xFF;
            if (opacity == 0xFF) {
                continue;
            }
            seen = true;
            for (int i = pixel * channels; i < (pixel + 1) * channels; i++) {
                int blend = (color[i] & 0xFF) * opacity + 0xFF * (0xFF - opacity);
                color[i] = (byte) ((blend + 0x7F) / 0xFF);
            }
        }
        if (seen) {
            notices.add(format + " holds no transparency: the picture was laid over white.");
        }
        return new Pixels(pixels.width(), pixels.height(), channels, 8, color, null);
    }

    private static byte[] rounded(byte[] pairs) {
        byte[] bytes = new byte[pairs.length / 2];
        for (int i = 0; i < bytes.length; i++) {
            int value = (pairs[2 * i] & 0xFF) << 8 | (pairs[2 * i + 1] & 0xFF);
            bytes[i] = (byte) ((value + STEP / 2) / STEP);
        }
        return bytes;
    }
}
