package io.cleanplate.watermark;

import io.cleanplate.imaging.Pixels;
import io.cleanplate.imaging.Rect;

/**
 * A rectangle of a picture as planes of luma and chroma (BT.601, as in JPEG), on the scale 0 to 255, chroma around 0. Both
 * are linear in red, green and blue, so compositing means the same in them. Immutable by contract: planes are handed out
 * without a copy.
 */
final class Patch {
    static final int PLANES = 3;
    /** What a squared error of each plane adds to the mean one of red, green and blue. */
    static final double[] IN_COLOUR = {1, 1.09, 0.83};

    private final int width;
    private final int height;
    private final float[][] planes;

    Patch(int width, int height, float[][] planes) {
        this.width = width;
        this.height = height;
        this.planes = planes;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** 0 luma, 1 blue difference, 2 red difference. */
    float[] plane(int index) {
        return planes[index];
    }

    /** An area; where it reaches outside the picture, the border's pixels go on. */
    static Patch cut(Pixels pixels, Rect area) {
        float[][] planes = new float[PLANES][];
        for (int c = 0; c < PLANES; c++) {
            planes[c] = Channel.of(pixels, area, c);
        }
        return new Patch(area.width(), area.height(), planes);
    }

    /** An area whose corner lies between pixels, by cubic interpolation. */
    static Patch cut(Pixels pixels, Rect area, double dx, double dy) {
        int wholeX = (int) Math.floor(dx);
        int wholeY = (int) Math.floor(dy);
        Rect around = new Rect(
                area.left() + wholeX - Resampling.BEFORE,
                area.top() + wholeY - Resampling.BEFORE,
                area.right() + wholeX + Resampling.BEHIND,
                area.bottom() + wholeY + Resampling.BEHIND);
        if (dx == wholeX && dy == wholeY) {
            return cut(
                    pixels,
                    new Rect(area.left() + wholeX, area.top() + wholeY, area.right() + wholeX, area.bottom() + wholeY));
        }
        Patch wide = cut(pixels, around);
        Resampling resampling = new Resampling(area.width(), area.height(), dx - wholeX, dy - wholeY);
        float[][] planes = new float[PLANES][];
        for (int c = 0; c < PLANES; c++) {
            planes[c] = resampling.within(wide.planes[c], wide.width);
        }
        return new Patch(area.width(), area.height(), planes);
    }
}
