package io.cleanplate.desktop.editor.canvas;

import javafx.scene.Cursor;
import javafx.scene.shape.Circle;

/** The brush as the pointer: a circle of its true size; a cross where that would be too small to see. JavaFX thread. */
final class BrushCursor {
    /** In the window's pixels. */
    private static final double SEEN = 3;

    private final TwoTone<Circle> node = new TwoTone<>(Circle::new);

    TwoTone<Circle> node() {
        return node;
    }

    /** Shows the brush, and returns the pointer that belongs beside it. */
    Cursor show(double x, double y, double radius) {
        node.change(circle -> {
            circle.setCenterX(x);
            circle.setCenterY(y);
            circle.setRadius(radius);
        });
        node.setVisible(radius >= SEEN);
        return node.isVisible() ? Cursor.NONE : Cursor.CROSSHAIR;
    }

    /** Shows no brush. */
    void hide() {
        node.setVisible(false);
    }
}
