package io.cleanplate.watermark;

import io.cleanplate.imaging.Rect;
import io.cleanplate.mask.Mask;
import io.cleanplate.mask.MaskBuffer;
import io.cleanplate.mask.PaintMode;

/** The pixels that a mark touches in a picture. */
public final class Footprint {
    /** Pixels around them that compression may have touched, too. */
    private static final int AROUND = 1;

    private Footprint() {}

    /**
     * The pixels of a picture that a profile's mark touches where it was placed, and their neighbours: all that
     * {@link MarkRemover} may change.
     *
     * @param width the picture's columns
     * @param height its rows
     */
    public static Mask of(Profile profile, Placement placement, int width, int height) {
        int wholeX = (int) Math.rint(placement.dx());
        int wholeY = (int) Math.rint(placement.dy());
        MarkPlanes mark =
                profile.planes().placed(placement.dx() - wholeX, placement.dy() - wholeY, placement.strength());
        Rect usual = profile.place().in(width, height);
        MaskBuffer touched = new MaskBuffer(width, height);
        for (int row = 0; row < mark.height(); row++) {
            int y = usual.top() + wholeY + row;
            for (int x = 0; x < mark.width(); x++) {
                int from = x;
                while (x < mark.width() && mark.touches(row * mark.width() + x)) {
                    x++;
                }
                if (x > from) {
                    int left = usual.left() + wholeX;
                    touched.rectangle(new Rect(left + from, y, left + x, y + 1), PaintMode.ADD);
                }
            }
        }
        return touched.snapshot().grow(AROUND);
    }
}
