package io.cleanplate.desktop.editor.canvas;

import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import org.jspecify.annotations.Nullable;

/**
 * What pointer and keys do to the view: the first button works the tool; the middle one, or any with the space bar held,
 * moves the picture, as the arrow keys do; the wheel zooms. Belongs to the JavaFX thread.
 */
final class CanvasInput {
    /** One notch of a usual wheel, as JavaFX counts. */
    private static final double NOTCH = 40;

    private static final double NOTCH_FACTOR = 1.25;
    private static final double KEY_SHARE = 0.1;

    private final PictureCanvas canvas;
    private final ViewState view;
    private @Nullable ToolHandler working;
    private @Nullable MouseEvent grabbed;
    private boolean space;
    private boolean touching;

    CanvasInput(PictureCanvas canvas, ViewState view) {
        this.canvas = canvas;
        this.view = view;
        canvas.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        canvas.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        canvas.addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
        canvas.addEventHandler(MouseEvent.MOUSE_MOVED, this::follow);
        canvas.addEventHandler(MouseEvent.MOUSE_EXITED, event -> canvas.hideBrush());
        canvas.addEventHandler(ScrollEvent.SCROLL_STARTED, event -> touching = true);
        canvas.addEventHandler(ScrollEvent.SCROLL_FINISHED, event -> touching = false);
        canvas.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        canvas.addEventHandler(ZoomEvent.ZOOM, this::pinched);
        canvas.addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
        canvas.addEventHandler(KeyEvent.KEY_RELEASED, this::keyReleased);
        canvas.focusedProperty().addListener((focus, had, has) -> space = false);
    }

    /** Takes back what the pointer is doing; whether there was something. */
    boolean cancel() {
        ToolHandler was = working;
        working = null;
        if (was != null) {
            was.cancel();
        }
        return was != null;
    }

    private void pressed(MouseEvent event) {
        canvas.requestFocus();
        if (working != null || grabbed != null || !canvas.hasPicture()) {
            return;
        }
        if (event.getButton() == MouseButton.MIDDLE || (space && event.getButton() == MouseButton.PRIMARY)) {
            grabbed = event;
            canvas.hideBrush();
            canvas.setCursor(Cursor.CLOSED_HAND);
        } else if (event.getButton() == MouseButton.PRIMARY && canvas.paintable()) {
            working = canvas.handler();
            working.pressed(pointer(event));
        }
        event.consume();
    }

    private void dragged(MouseEvent event) {
        if (grabbed != null) {
            double scale = canvas.screenScale();
            view.pan((event.getX() - grabbed.getX()) * scale, (event.getY() - grabbed.getY()) * scale);
            grabbed = event;
        } else {
            if (working != null) {
                working.dragged(pointer(event));
            }
            follow(event);
        }
        event.consume();
    }

    private void released(MouseEvent event) {
        if (grabbed != null && event.getButton() == grabbed.getButton()) {
            grabbed = null;
        } else if (working != null && event.getButton() == MouseButton.PRIMARY) {
            ToolHandler ended = working;
            working = null;
            ended.released(pointer(event));
        }
        follow(event);
        event.consume();
    }

    private void follow(MouseEvent event) {
        if (space || grabbed != null) {
            canvas.hideBrush();
            canvas.setCursor(grabbed != null ? Cursor.CLOSED_HAND : Cursor.OPEN_HAND);
        } else {
            canvas.showBrush(event.getX(), event.getY());
        }
    }

    private Pointer pointer(MouseEvent event) {
        double scale = canvas.screenScale();
        ViewTransform transform = view.transform();
        return new Pointer(
                transform.pictureX(event.getX() * scale),
                transform.pictureY(event.getY() * scale),
                event.isAltDown(),
                event.isShiftDown());
    }

    private void scrolled(ScrollEvent event) {
        boolean fingers = touching || event.isInertia() || event.isDirect();
        double scale = canvas.screenScale();
        if (!event.isShortcutDown() && (fingers || event.isShiftDown())) {
            view.pan(event.getDeltaX() * scale, event.getDeltaY() * scale);
        } else {
            double notches = event.getDeltaY() / NOTCH;
            zoom(event.getX(), event.getY(), Math.pow(NOTCH_FACTOR, notches));
        }
        canvas.showBrush(event.getX(), event.getY());
        event.consume();
    }

    private void pinched(ZoomEvent event) {
        zoom(event.getX(), event.getY(), event.getZoomFactor());
        event.consume();
    }

    private void zoom(double x, double y, double factor) {
        double scale = canvas.screenScale();
        view.zoom(x * scale, y * scale, view.transform().scale() * factor);
    }

    private void keyPressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && cancel()) {
            event.consume();
        } else if (event.getCode() == KeyCode.SPACE) {
            if (!space) {
                space = true;
                canvas.hideBrush();
                canvas.setCursor(Cursor.OPEN_HAND);
            }
            event.consume();
        } else if (event.getCode().isArrowKey() && !event.isShortcutDown() && !event.isAltDown()) {
            pan(event.getCode());
            event.consume();
        }
    }

    private void pan(KeyCode arrow) {
        double step = KEY_SHARE * canvas.screenScale();
        switch (arrow) {
            case LEFT, KP_LEFT -> view.pan(step * canvas.getWidth(), 0);
            case RIGHT, KP_RIGHT -> view.pan(-step * canvas.getWidth(), 0);
            case UP, KP_UP -> view.pan(0, step * canvas.getHeight());
            default -> view.pan(0, -step * canvas.getHeight());
        }
    }

    private void keyReleased(KeyEvent event) {
        if (event.getCode() == KeyCode.SPACE) {
            space = false;
            canvas.setCursor(Cursor.DEFAULT);
            event.consume();
        }
    }
}
