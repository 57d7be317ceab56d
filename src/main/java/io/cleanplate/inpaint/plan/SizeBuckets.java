package io.cleanplate.inpaint.plan;

/**
 * The few sides that crops come in: multiples of 64 up to 512, of 128 up to 1024, of 256 beyond. A model that is prepared
 * anew for each size it has not seen meets few of them, and crops of one size can share a batch.
 */
final class SizeBuckets {
    private SizeBuckets() {}

    /** The smallest side that holds this many pixels, at least 1. */
    static int atLeast(int pixels) {
        int step = pixels <= 512 ? 64 : pixels <= 1024 ? 128 : 256;
        return Math.ceilDiv(pixels, step) * step;
    }

    /** The largest side of no more than this many pixels, at least 64. */
    static int atMost(int pixels) {
        int step = pixels < 512 ? 64 : pixels < 1024 ? 128 : 256;
        return pixels / step * step;
    }
}
