package io.cleanplate.desktop.editor;

/** What the pointer does to the picture. */
public enum Tool {
    /** Paints the mask. */
    BRUSH,
    /** Takes from the mask. */
    ERASER,
    /** Masks a rectangle. */
    RECTANGLE,
    /** Masks what a line drawn around it encloses. */
    LASSO,
    /** Brings the original back where something was removed. */
    RESTORE
}
