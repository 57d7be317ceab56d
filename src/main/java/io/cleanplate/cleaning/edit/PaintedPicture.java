package io.cleanplate.cleaning.edit;

import io.cleanplate.imaging.Pixels;
import io.cleanplate.imaging.Rect;

/**
 * A picture that is being painted on, as those see it who draw it and who hold the brush. All pixels and coordinates are those
 * of the picture as it is seen upright. Belongs to one thread, the one that paints.
 */
public interface PaintedPicture {
    /** The picture as it was opened. */
    Pixels original();

    /** The picture as it is now: the original until something was removed. */
    Pixels shown();

    /**
     * Copies a part of the mask, row by row: 1 masked, 0 not.
     *
     * @param area a part of the picture
     * @param target takes {@code area.area()} values from its start
     */
    void copyMask(Rect area, byte[] target);

    /**
     * Copies a part of the stroke that brings the original back and has not ended yet: 1 where the original is to be seen, 0
     * where not.
     *
     * @param area a part of the picture
     * @param target takes {@code area.area()} values from its start
     */
    void copyRestoring(Rect area, byte[] target);

    /** Begins a stroke; one at a time. */
    Stroke begin(StrokeKind kind);

    /** Tells from now on what changes. */
    void listen(EditListener listener);

    /** Tells no more. */
    void unlisten(EditListener listener);
}
