package io.cleanplate.desktop.editor.canvas;

import io.cleanplate.cleaning.edit.PaintedPicture;
import io.cleanplate.desktop.editor.Tool;
import io.cleanplate.task.TaskRunner;
import javafx.event.EventType;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;

/** A canvas in a window, worked by hand and timed. To be used on the JavaFX thread. */
public final class CanvasRig {
    private final PictureCanvas canvas;
    private final Stage stage = new Stage();

    /** In a window of this size. */
    public CanvasRig(TaskRunner tasks, int width, int height) {
        canvas = new PictureCanvas(tasks);
        stage.setScene(new Scene(canvas, width, height));
        stage.show();
    }

    /** Shows a picture; the nanoseconds until it is drawn as far as it can be at once. */
    public long show(PaintedPicture picture) {
        return act(() -> canvas.pictureProperty().set(picture));
    }

    /** The nanoseconds that something takes, with what is drawn of it at once. */
    public long act(Runnable action) {
        long start = System.nanoTime();
        action.run();
        canvas.drawNow();
        return System.nanoTime() - start;
    }

    /** Whether something is left to be drawn. */
    public boolean hasWork() {
        return canvas.hasWork();
    }

    /** Chooses what the pointer does. */
    public void use(Tool tool) {
        canvas.toolProperty().set(tool);
    }

    /** Chooses the brush, and the view: all of the picture, or one to one. */
    public void prepare(double diameter, boolean fit) {
        canvas.brushDiameterProperty().set(diameter);
        if (fit) {
            canvas.fit();
        } else {
            canvas.actualSize();
        }
        while (canvas.hasWork()) {
            canvas.drawNow();
        }
    }

    /** The nanoseconds that pressing takes, with what is drawn of it. */
    public long press(double x, double y) {
        return timed(MouseEvent.MOUSE_PRESSED, x, y);
    }

    /** The nanoseconds that one movement takes, with what is drawn of it. */
    public long drag(double x, double y) {
        return timed(MouseEvent.MOUSE_DRAGGED, x, y);
    }

    /** The nanoseconds that letting go takes, with what is drawn of it. */
    public long release(double x, double y) {
        return timed(MouseEvent.MOUSE_RELEASED, x, y);
    }

    /** Takes the window away. */
    public void close() {
        canvas.pictureProperty().set(null);
        stage.close();
    }

    private long timed(EventType<MouseEvent> type, double x, double y) {
        MouseEvent event = new MouseEvent(
                canvas,
                canvas,
                type,
                x,
                y,
                x,
                y,
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                type != MouseEvent.MOUSE_RELEASED,
                false,
                false,
                false,
                false,
                false,
                null);
        return act(() -> canvas.fireEvent(event));
    }
}
