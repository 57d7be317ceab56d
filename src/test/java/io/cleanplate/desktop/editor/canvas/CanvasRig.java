package io.cleanplate.desktop.editor.canvas;

import io.cleanplate.imaging.Pixels;
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
    public long show(Pixels pixels) {
        long start = System.nanoTime();
        canvas.pictureProperty().set(new FakePicture(pixels));
        canvas.drawNow();
        return System.nanoTime() - start;
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
        long start = System.nanoTime();
        canvas.fireEvent(event);
        canvas.drawNow();
        return System.nanoTime() - start;
    }
}
