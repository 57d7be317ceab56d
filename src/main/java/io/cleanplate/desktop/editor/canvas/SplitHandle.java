package io.cleanplate.desktop.editor.canvas;

import javafx.beans.property.DoubleProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/** The line between original and result, moved with the pointer or the arrow keys. Belongs to the JavaFX thread. */
final class SplitHandle extends Region {
    private static final double WIDTH = 13;
    private static final double KEY_STEP = 0.02;

    private final DoubleProperty position;

    /** Moves this position, 0 to 1 of the parent's width. */
    SplitHandle(DoubleProperty position) {
        this.position = position;
        Region line = new Region();
        line.getStyleClass().add("picture-split-line");
        line.setMouseTransparent(true);
        line.prefHeightProperty().bind(heightProperty());
        line.setPrefWidth(WIDTH);
        getChildren().setAll(line);
        getStyleClass().add("picture-split");
        setManaged(false);
        setVisible(false);
        setCursor(Cursor.H_RESIZE);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        setAccessibleText("Split between original and result");
        addEventHandler(MouseEvent.MOUSE_PRESSED, MouseEvent::consume);
        addEventHandler(MouseEvent.MOUSE_RELEASED, MouseEvent::consume);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    private void dragged(MouseEvent event) {
        double width = getParent().getLayoutBounds().getWidth();
        if (width > 0) {
            moveTo((getLayoutX() + event.getX()) / width);
        }
        event.consume();
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.RIGHT) {
            moveTo(position.get() + (event.getCode() == KeyCode.LEFT ? -KEY_STEP : KEY_STEP));
            event.consume();
        }
    }

    private void moveTo(double place) {
        position.set(Math.clamp(place, 0, 1));
    }

    /** Lies where the original ends, in the window's pixels. */
    void place(double x, double height) {
        resizeRelocate(x - WIDTH / 2, 0, WIDTH, height);
    }
}
