package io.cleanplate.desktop.editor.canvas;

/**
 * What one tool does with the pointer, from press to release; whatever it began it ends at release or {@link #cancel}. Belongs
 * to the JavaFX thread.
 */
interface ToolHandler {
    /** The button went down. */
    void pressed(Pointer at);

    /** The pointer moved with the button held. */
    void dragged(Pointer at);

    /** The button went up. */
    void released(Pointer at);

    /** Takes back what was begun; does nothing when nothing was. */
    void cancel();
}
