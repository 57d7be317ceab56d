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
    private final @Nullable Patch patch;

    /** Samples that stand over those of the picture: {@code area.width() * area.height() * channels} of them. */
    private static final class Patch {
        private final Rect area;
        private final byte[] samples;

        Patch(Rect area, byte[] samples) {
            this.area = area;
            this.samples = samples;
        }
    }

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
        this.patch = null;
    }

    private Pixels(Pixels under, Patch patch) {
        this.width = under.width;
        this.height = under.height;
        this.channels = under.channels;
        this.depth = under.depth;
        this.color = under.color();
        this.alpha = under.alpha;
        this.patch = patch;
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

    /** The colour samples, not to be changed; joined anew at each call where the picture was patched. */
    public byte[] color() {
        if (patch == null) {
            return color;
        }
        byte[] joined = color.clone();
        int length = bytesOfRow(patch.area);
        for (int y = 0; y < patch.area.height(); y++) {
            System.arraycopy(
                    patch.samples, y * length, joined, byteOf(patch.area.left(), patch.area.top() + y), length);
        }
        return joined;
    }

    /** A copy of the colour samples of an area inside the picture, row by row. Costs no more than the area is large. */
    public byte[] cut(Rect area) {
        byte[] samples = new byte[bytesOfRow(area) * area.height()];
        cutInto(area, samples);
        return samples;
    }

    /**
     * Copies the colour samples of an area inside the picture, row by row, without joining the whole picture first.
     *
     * @param target takes them from its start; may be longer
     */
    public void cutInto(Rect area, byte[] target) {
        int length = bytesOfRow(area);
        for (int y = 0; y < area.height(); y++) {
            System.arraycopy(color, byteOf(area.left(), area.top() + y), target, y * length, length);
        }
        if (patch == null) {
            return;
        }
        Rect over = area.intersect(patch.area);
        for (int y = over.top(); y < over.bottom(); y++) {
            int from = (y - patch.area.top()) * bytesOfRow(patch.area) + bytesOf(over.left() - patch.area.left());
            int to = (y - area.top()) * length + bytesOf(over.left() - area.left());
            System.arraycopy(patch.samples, from, target, to, bytesOfRow(over));
        }
    }

    private int bytesOfRow(Rect area) {
        return bytesOf(area.width());
    }

    private int byteOf(int x, int y) {
        return bytesOf(y * width + x);
    }

    private int bytesOf(int pixels) {
        return pixels * channels * (depth / 8);
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
        if (patch != null && patch.area.contains(x, y)) {
            int inside = (y - patch.area.top()) * patch.area.width() + x - patch.area.left();
            return get(patch.samples, depth, inside * channels + channel);
        }
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

    /**
     * The same picture with other colour samples in one area. All others are shared with this one, so that a small change
     * of a large picture costs little time and memory.
     *
     * @param area where, inside the picture
     * @param samples as {@link #cut} gives them; the caller gives them up
     */
    public Pixels withPatch(Rect area, byte[] samples) {
        if (!bounds().contains(area) || samples.length != bytesOfRow(area) * area.height()) {
            throw new IllegalArgumentException("no patch of " + samples.length + " bytes at " + area);
        }
        return new Pixels(this, new Patch(area, samples));
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
