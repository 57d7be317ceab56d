package io.cleanplate.desktop.editor.canvas;

/** Arithmetic on premultiplied ARGB pixels, two channels at a time. */
final class Argb {
    private static final int EVEN = 0x00FF00FF;
    private static final int HALF = 0x00800080;

    private Argb() {}

    /** All channels times {@code weight / 255}, rounded to the nearest. */
    static int times(int argb, int weight) {
        return over255((argb & EVEN) * weight) | (over255((argb >>> 8 & EVEN) * weight) << 8);
    }

    /** The source over what is below it. */
    static int over(int source, int below) {
        return source + times(below, 255 - (source >>> 24));
    }

    /** Between two pixels: {@code (first * (256 - weight) + second * weight) / 256}. */
    static int between(int first, int second, int weight) {
        int even = (first & EVEN) * (256 - weight) + (second & EVEN) * weight + HALF;
        int odd = (first >>> 8 & EVEN) * (256 - weight) + (second >>> 8 & EVEN) * weight + HALF;
        return (even >>> 8 & EVEN) | (odd & ~EVEN);
    }

    /** The mean of four. */
    static int mean(int a, int b, int c, int d) {
        int even = (a & EVEN) + (b & EVEN) + (c & EVEN) + (d & EVEN) + 0x00020002;
        int odd = (a >>> 8 & EVEN) + (b >>> 8 & EVEN) + (c >>> 8 & EVEN) + (d >>> 8 & EVEN) + 0x00020002;
        return (even >>> 2 & EVEN) | ((odd >>> 2 & EVEN) << 8);
    }

    /** An opaque colour at an opacity from 0 to 1. */
    static int translucent(int rgb, double opacity) {
        return times(rgb | 0xFF000000, (int) Math.rint(opacity * 255));
    }

    private static int over255(int products) {
        int rounded = products + HALF;
        return (rounded + (rounded >>> 8 & EVEN)) >>> 8 & EVEN;
    }
}
