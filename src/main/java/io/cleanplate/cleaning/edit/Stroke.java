package io.cleanplate.cleaning.edit;

import io.cleanplate.imaging.Rect;
import io.cleanplate.mask.PaintMode;

/**
 * One movement of the brush, from press to release; one step of undo. Coordinates as {@link io.cleanplate.mask.MaskBuffer} has
 * them; what falls outside the picture is left out. Belongs to the thread of its picture.
 */
public interface Stroke {
    /** Paints one piece: a line with round ends. */
    void line(double x0, double y0, double x1, double y1, double radius, PaintMode mode);

    /** Paints a rectangle of pixels. */
    void rectangle(Rect area, PaintMode mode);

    /** Paints what a closed line encloses. */
    void polygon(double[] xs, double[] ys, PaintMode mode);

    /** Keeps it, as one step to be undone. */
    void commit();

    /** Takes it back, as if it had never begun. */
    void cancel();
}
