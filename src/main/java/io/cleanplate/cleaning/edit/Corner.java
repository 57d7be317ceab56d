package io.cleanplate.cleaning.edit;

import io.cleanplate.imaging.Rect;
import io.cleanplate.mask.Mask;
import io.cleanplate.mask.MaskBuffer;
import io.cleanplate.mask.PaintMode;
import java.util.List;

/** The places where a mark usually is: 30 % of the picture's width and 15 % of its height in a corner. */
enum Corner {
    BOTTOM_RIGHT,
    BOTTOM_LEFT,
    TOP_RIGHT;

    private static final double WIDTH = 0.30;
    private static final double HEIGHT = 0.15;

    /** The part of a picture of this size, at least one pixel. */
    Rect area(int width, int height) {
        int columns = Math.max(1, (int) Math.round(width * WIDTH));
        int rows = Math.max(1, (int) Math.round(height * HEIGHT));
        return switch (this) {
            case BOTTOM_RIGHT -> new Rect(width - columns, height - rows, width, height);
            case BOTTOM_LEFT -> new Rect(0, height - rows, columns, height);
            case TOP_RIGHT -> new Rect(width - columns, 0, width, rows);
        };
    }

    /** The proposal that follows: the first one, unless the mask is a proposal itself. */
    static Mask next(Mask current) {
        List<Mask> proposals = List.of(values()).stream()
                .map(corner -> corner.mask(current.width(), current.height()))
                .toList();
        return proposals.get((proposals.indexOf(current) + 1) % proposals.size());
    }

    private Mask mask(int width, int height) {
        MaskBuffer buffer = new MaskBuffer(width, height);
        buffer.rectangle(area(width, height), PaintMode.ADD);
        return buffer.snapshot();
    }
}
