package io.cleanplate.desktop.editor;

/** What the mouse paints with. */
public enum Tool {
    /** Masks under a round brush. */
    BRUSH,
    /** Unmasks under a round brush. */
    ERASER,
    /** Masks a rectangle. */
    RECTANGLE,
    /** Masks what a drawn line encloses. */
    LASSO,
    /** Brings the original back under a round brush. */
    RESTORE
}
