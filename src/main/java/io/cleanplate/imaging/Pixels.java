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
    private final @Nullable SampleTiles patches;

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
        this.patches = null;
    }

    private Pixels(Pixels under, SampleTiles patches) {
        this.width = under.width;
        this.height = under.height;
        this.channels = under.channels;
        this.depth = under.depth;
        this.color = under.color;
        this.alpha = under.alpha;
        this.patches = patches;
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
        return patches == null ? color : patches.cut(bounds());
    }

    /** A copy of the colour samples of an area inside the picture, row by row. Costs no more than the area is large. */
    public byte[] cut(Rect area) {
        byte[] samples = new byte[Math.toIntExact(area.area() * bytesOfPixel())];
        cutInto(area, samples);
        return samples;
    }

    /**
     * Copies the colour samples of an area inside the picture, row by row, without joining the whole picture first.
     *
     * @param target takes them from its start; may be longer
     */
    public void cutInto(Rect area, byte[] target) {
        if (patches != null) {
            patches.cutInto(area, target);
            return;
        }
        int length = area.width() * bytesOfPixel();
        for (int y = 0; y < area.height(); y++) {
            int from = ((area.top() + y) * width + area.left()) * bytesOfPixel();
            System.arraycopy(color, from, target, y * length, length);
        }
    }

    private SampleTiles patches() {
        return patches == null ? new SampleTiles(width, height, bytesOfPixel(), color) : patches;
    }

    /** How many bytes the samples of one pixel take. */
    public int bytesOfPixel() {
        return channels * (depth / 8);
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
        byte[] tile = patches == null ? null : patches.tileAt(x, y);
        if (tile != null) {
            Rect area = patches().area(x, y);
            int inside = (y - area.top()) * area.width() + x - area.left();
            return get(tile, depth, inside * channels + channel);
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
        if (!bounds().contains(area) || samples.length != area.area() * bytesOfPixel()) {
            throw new IllegalArgumentException("no patch of " + samples.length + " bytes at " + area);
        }
        return new Pixels(this, patches().with(area, (part, tile) -> {
            int length = part.width() * bytesOfPixel();
            for (int y = part.top(); y < part.bottom(); y++) {
                int from = ((y - area.top()) * area.width() + part.left() - area.left()) * bytesOfPixel();
                System.arraycopy(samples, from, tile, (y - part.top()) * length, length);
            }
        }));
    }

    /**
     * The same picture with the colour samples of another one where a stencil says so; all else is shared with this one.
     *
     * @param other of the same size, channels and depth
     * @param area inside the picture; the stencil means no pixel outside it
     */
    public Pixels withPixelsOf(Pixels other, Rect area, Stencil stencil) {
        if (other.width != width || other.height != height || other.channels != channels || other.depth != depth) {
            throw new IllegalArgumentException("pictures of different sizes or samples");
        }
        return new Pixels(this, patches().withPixelsOf(other.patches(), area, stencil));
    }

    /**
     * A rectangle that holds every pixel in which this differs from another picture of its size; close only where one was
     * made of the other, or both of a third, by patches.
     */
    public Rect changedFrom(Pixels other) {
        return sharesColor(other) ? patches().changedFrom(other.patches()) : bounds();
    }

    /** Bytes of memory that this takes beside another picture, with which it may share most of its samples. */
    public long bytesBeyond(Pixels other) {
        return sharesColor(other) ? patches().bytesBeyond(other.patches()) : color.length;
    }

    /** Whether both lie over one array, not only over equal ones. */
    @SuppressWarnings("ReferenceEquality")
    private boolean sharesColor(Pixels other) {
        return color == other.color;
    }

    /**
     * This picture, stored in that orientation, as it is seen upright; by {@link Orientation#inverse()} back again. No
     * sample changes its value.
     */
    public Pixels turned(Orientation stored) {
        return stored == Orientation.UPRIGHT ? this : new PixelTurn(this, stored).run();
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
