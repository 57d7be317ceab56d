package io.cleanplate.inpaint.plan;

import io.cleanplate.imaging.Rect;
import io.cleanplate.mask.Mask;
import java.util.List;

/**
 * The crops that IOPaint 1.6.0 makes (its {@code InpaintModel._crop_box}), so that a model gives its very pixels: a picture
 * of up to 800 pixels a side goes in as a whole, a larger one as a crop for each outer contour. Crops are not merged, and
 * each answers for its whole rectangle.
 */
public final class ContourCrops implements CropPlanner {
    private static final int LARGEST_WHOLE_SIDE = 800;
    private static final int MARGIN = 128;

    @Override
    public Plan plan(Mask mask) {
        if (Math.max(mask.width(), mask.height()) <= LARGEST_WHOLE_SIDE) {
            return new WholePicture().plan(mask);
        }
        List<Pass> passes = mask.outerContourBoxes().stream()
                .map(box -> crop(box, mask.width(), mask.height()))
                .map(crop -> Pass.padded(crop, crop))
                .toList();
        return new Plan(passes);
    }

    private static Rect crop(Rect box, int width, int height) {
        Span columns = Span.around(box.left(), box.right(), width);
        Span rows = Span.around(box.top(), box.bottom(), height);
        return new Rect(columns.from, rows.from, columns.to, rows.to);
    }

    /** Columns or rows. */
    private record Span(int from, int to) {
        /** Grown around the integer centre; what reaches over one side of the picture is added on the other. */
        static Span around(int from, int to, int size) {
            int centre = (from + to) / 2;
            int half = (to - from + 2 * MARGIN) / 2;
            int over = Math.max(0, centre + half - size);
            int under = Math.max(0, half - centre);
            return new Span(Math.max(0, centre - half - over), Math.min(size, centre + half + under));
        }
    }
}
