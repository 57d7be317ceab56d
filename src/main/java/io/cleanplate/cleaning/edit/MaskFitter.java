package io.cleanplate.cleaning.edit;

import io.cleanplate.imaging.Rect;
import io.cleanplate.mask.Mask;
import io.cleanplate.mask.MaskBuffer;
import io.cleanplate.mask.PaintMode;

/**
 * Fits a mask of one picture to another: the same mark is expected at the same distance from the same corner. All is scaled
 * by the ratio of the longer sides, since agencies deliver pictures with a given longer side and a mark of one size on them,
 * upright or not.
 */
final class MaskFitter {
    private final Mask mask;
    private final Rect bounds;
    private final int width;
    private final int height;
    private final double scale;
    private final boolean fromRight;
    private final boolean fromBottom;

    private MaskFitter(Mask mask, int width, int height) {
        this.mask = mask;
        this.bounds = mask.bounds();
        this.width = width;
        this.height = height;
        this.scale = (double) Math.max(width, height) / Math.max(mask.width(), mask.height());
        this.fromRight = mask.width() - bounds.right() < bounds.left();
        this.fromBottom = mask.height() - bounds.bottom() < bounds.top();
    }

    /** The mask for a picture of another size; what would lie outside of it is left out. */
    static Mask fit(Mask mask, int width, int height) {
        if (mask.width() == width && mask.height() == height) {
            return mask;
        }
        return new MaskFitter(mask, width, height).run();
    }

    private Mask run() {
        MaskBuffer fitted = new MaskBuffer(width, height);
        for (int row = 0; row < reach(bounds.top(), bounds.bottom(), mask.height(), fromBottom, height); row++) {
            int y = fromBottom ? height - 1 - row : row;
            int sourceY = source(row, mask.height(), fromBottom);
            int columns = reach(bounds.left(), bounds.right(), mask.width(), fromRight, width);
            for (int column = 0; column < columns; ) {
                int first = column;
                while (column < columns && mask.get(source(column, mask.width(), fromRight), sourceY)) {
                    column++;
                }
                paint(fitted, first, column, y);
                column = Math.max(column, first + 1);
            }
        }
        return fitted.snapshot();
    }

    private void paint(MaskBuffer target, int first, int end, int y) {
        Rect run = fromRight ? new Rect(width - end, y, width - first, y + 1) : new Rect(first, y, end, y + 1);
        target.rectangle(run, PaintMode.ADD);
    }

    /** How far from its side the mask reaches in the new picture. */
    private int reach(int near, int far, int side, boolean fromEnd, int limit) {
        return (int) Math.min(limit, Math.ceil((fromEnd ? side - near : far) * scale));
    }

    /** The pixel of the mask under the centre of the pixel that lies so far from its side. */
    private int source(int distance, int side, boolean fromEnd) {
        int from = (int) ((distance + 0.5) / scale);
        return fromEnd ? side - 1 - from : from;
    }
}
