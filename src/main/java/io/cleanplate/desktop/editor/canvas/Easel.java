package io.cleanplate.desktop.editor.canvas;

import io.cleanplate.cleaning.edit.Stroke;
import io.cleanplate.cleaning.edit.StrokeKind;
import org.jspecify.annotations.Nullable;

/** What a tool needs of the view it works in. Belongs to the JavaFX thread. */
interface Easel {
    /** Begins a stroke on the picture. */
    Stroke begin(StrokeKind kind);

    /** Half the brush's diameter, in pixels of the picture. */
    double radius();

    /** Shows a closed line while it is being drawn; corners in pixels of the picture, none to show nothing. */
    void outline(double[] xs, double[] ys);

    /** Where the last stroke of a brush ended; null when there was none on this picture. */
    @Nullable
    Pointer lastEnd();

    /** Keeps where a stroke of a brush ended. */
    void endedAt(Pointer end);
}
