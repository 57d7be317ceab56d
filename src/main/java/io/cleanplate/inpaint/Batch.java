package io.cleanplate.inpaint;

/**
 * Crops of one size for one forward pass, as a model takes them: planes of floats, picture after picture. Not to be
 * changed once made; the arrays are handed out without a copy.
 */
public final class Batch {
    private final int count;
    private final int width;
    private final int height;
    private final float[] images;
    private final float[] masks;

    /**
     * Wraps arrays without copying them; the caller gives them up.
     *
     * @param count crops, at least 1
     * @param width columns, a multiple of 8 and at least 16
     * @param height rows, a multiple of 8 and at least 16
     * @param images {@code count * 3 * height * width} values in [0,1]: red, green and blue plane of each crop
     * @param masks {@code count * height * width} values, 1 = remove, else 0
     * @throws IllegalArgumentException when the sizes do not fit
     */
    public Batch(int count, int width, int height, float[] images, float[] masks) {
        long plane = (long) width * height;
        if (count < 1 || width < 16 || height < 16 || width % 8 != 0 || height % 8 != 0) {
            throw new IllegalArgumentException("no batch of " + count + " crops of " + width + " x " + height);
        }
        if (images.length != 3 * plane * count || masks.length != plane * count) {
            throw new IllegalArgumentException("array sizes do not fit the batch");
        }
        this.count = count;
        this.width = width;
        this.height = height;
        this.images = images;
        this.masks = masks;
    }

    /** Crops. */
    public int count() {
        return count;
    }

    /** Columns of each crop. */
    public int width() {
        return width;
    }

    /** Rows of each crop. */
    public int height() {
        return height;
    }

    /** The crops' colour planes. */
    public float[] images() {
        return images;
    }

    /** The crops' masks. */
    public float[] masks() {
        return masks;
    }
}
