package io.cleanplate.imaging;

import org.jspecify.annotations.Nullable;

/**
 * The samples of a picture in stored order: grey or RGB, 8 or 16 bits, with straight (not premultiplied) alpha beside
 * them where the file has any. Immutable by contract, so it may be shared between threads: the arrays are handed out
 * without a copy and must not be changed.
 */
public final class Pixels {
    private final int width;
    private final int height;
    private final int channels;
    private final int depth;
    private final byte[] color;
    private final byte @Nullable [] alpha;

    /**
     * Wraps arrays without copying them; the caller gives them up.
     *
     * @param width columns, at least 1
     * @param height rows, at least 1
     * @param channels 1 (grey) or 3 (RGB, interleaved)
     * @param depth bits a sample, 8 or 16 (big-endian pairs of bytes)
     * @param color {@code width * height * channels} samples, row by row
     * @param alpha {@code width * height} samples of the same depth, or null when every pixel is opaque
     * @throws IllegalArgumentException when the sizes do not fit together
     */
    public Pixels(int width, int height, int channels, int depth, byte[] color, byte @Nullable [] alpha) {
        long plane = (long) width * height * (depth / 8);
        if (width < 1 || height < 1 || (channels != 1 && channels != 3) || (depth != 8 && depth != 16)) {
            throw new IllegalArgumentException(
                    "no picture of " + width + " x " + height + ", " + channels + " channels, " + depth + " bits");
        }
        if (color.length != plane * channels || (alpha != null && alpha.length != plane)) {
            throw new IllegalArgumentException("array sizes do not fit " + width + " x " + height);
        }
        this.width = width;
        this.height = height;
        this.channels = channels;
        this.depth = depth;
        this.color = color;
        this.alpha = alpha;
    }

    /** Columns. */
    public int width() {
        return width;
    }

    /** Rows. */
    public int height() {
        return height;
    }

    /** 1 for grey, 3 for RGB. */
    public int channels() {
        return channels;
    }

    /** Bits a sample: 8 or 16. */
    public int depth() {
        return depth;
    }

    /** The largest value a sample can have: 255 or 65535. */
    public int maxSample() {
        return depth == 8 ? 0xFF : 0xFFFF;
    }

    /** The colour samples, not to be changed. */
    public byte[] color() {
        return color;
    }

    /** The alpha samples, not to be changed; null when every pixel is opaque. */
    public byte @Nullable [] alpha() {
        return alpha;
    }

    /** The whole picture as a rectangle. */
    public Rect bounds() {
        return Rect.ofSize(width, height);
    }

    /** One colour sample, 0 to {@link #maxSample()}. */
    public int sample(int x, int y, int channel) {
        return get(color, depth, (y * width + x) * channels + channel);
    }

    /** One alpha sample, 0 (transparent) to {@link #maxSample()} (opaque). */
    public int alpha(int x, int y) {
        return alpha == null ? maxSample() : get(alpha, depth, y * width + x);
    }

    /** The same picture with other colour samples of the same number, which the caller gives up. */
    public Pixels withColor(byte[] changed) {
        return new Pixels(width, height, channels, depth, changed, alpha);
    }

    /** The sample at an index of an array that is laid out as those of a picture of this depth. */
    public static int get(byte[] samples, int depth, int index) {
        return depth == 8
                ? samples[index] & 0xFF
                : ((samples[2 * index] & 0xFF) << 8) | (samples[2 * index + 1] & 0xFF);
    }

    /** Changes the sample at an index of an array that is laid out as those of a picture of this depth. */
    public static void set(byte[] samples, int depth, int index, int value) {
        if (depth == 8) {
            samples[index] = (byte) value;
        } else {
            samples[2 * index] = (byte) (value >> 8);
            samples[2 * index + 1] = (byte) value;
        }
    }
}
