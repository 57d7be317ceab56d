package io.cleanplate.desktop.editor.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import atlantafx.base.theme.PrimerLight;
import io.cleanplate.cleaning.edit.Stroke;
import io.cleanplate.cleaning.edit.StrokeKind;
import io.cleanplate.desktop.editor.Tool;
import io.cleanplate.imaging.Pixels;
import io.cleanplate.imaging.Rect;
import io.cleanplate.mask.PaintMode;
import io.cleanplate.task.SameThreadTasks;
import javafx.application.Application;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What pointer and keys do on a picture of 1200 x 800 in a window of 600 x 400. */
@ExtendWith(ApplicationExtension.class)
class PictureCanvasTest {
    private final FakePicture picture = new FakePicture(new Pixels(1200, 800, 1, 8, new byte[1200 * 800], null));
    private final PictureCanvas canvas = new PictureCanvas(SameThreadTasks.atOnce());

    @Start
    void start(Stage stage) {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        stage.setScene(new Scene(canvas, 600, 400));
        stage.show();
        stage.toFront();
        canvas.pictureProperty().set(picture);
        canvas.brushDiameterProperty().set(20);
    }

    @Test
    void aDragPaintsWhereThePointerWas(FxRobot robot) {
        drag(robot, 100, 100, 300, 100);

        assertThat(picture.mask().bounds()).isEqualTo(new Rect(190, 190, 610, 210));
        assertThat(picture.committed()).isEqualTo(1);
    }

    @Test
    void aDragPaintsWhereThePointerWasWhenZoomedToo(FxRobot robot) {
        robot.interact(canvas::actualSize);

        drag(robot, 100, 100, 300, 100);

        assertThat(picture.mask().bounds()).isEqualTo(new Rect(390, 290, 610, 310));
    }

    @Test
    void altSubtracts(FxRobot robot) {
        drag(robot, 100, 100, 300, 100);

        robot.interact(() -> {
            fire(MouseEvent.MOUSE_PRESSED, 200, 100, Held.ALT);
            fire(MouseEvent.MOUSE_RELEASED, 300, 100, Held.ALT);
        });

        assertThat(picture.mask().get(300, 200)).isTrue();
        assertThat(picture.mask().get(500, 200)).isFalse();
    }

    @Test
    void theEraserSubtracts(FxRobot robot) {
        drag(robot, 100, 100, 300, 100);
        robot.interact(() -> canvas.toolProperty().set(Tool.ERASER));

        drag(robot, 90, 100, 310, 100);

        assertThat(picture.mask().isEmpty()).isTrue();
    }

    @Test
    void shiftClickDrawsAStraightLineFromTheLastEnd(FxRobot robot) {
        robot.clickOn(at(100, 100));

        robot.interact(() -> {
            fire(MouseEvent.MOUSE_PRESSED, 300, 200, Held.SHIFT);
            fire(MouseEvent.MOUSE_RELEASED, 300, 200, Held.SHIFT);
        });

        assertThat(picture.mask().get(400, 300)).isTrue();
        assertThat(picture.committed()).isEqualTo(2);
    }

    @Test
    void aRectangleMasksThePixelsFromCornerToCorner(FxRobot robot) {
        robot.interact(() -> canvas.toolProperty().set(Tool.RECTANGLE));

        drag(robot, 250, 150, 100, 50);

        assertThat(picture.mask().bounds()).isEqualTo(new Rect(200, 100, 500, 300));
        assertThat(picture.mask().snapshot().area()).isEqualTo(300 * 200);
    }

    @Test
    void aLassoMasksWhatItEncloses(FxRobot robot) {
        robot.interact(() -> canvas.toolProperty().set(Tool.LASSO));

        robot.moveTo(at(100, 100)).press(MouseButton.PRIMARY);
        robot.moveTo(at(200, 100)).moveTo(at(200, 200)).moveTo(at(100, 200));
        robot.release(MouseButton.PRIMARY);

        assertThat(picture.mask().get(300, 300)).isTrue();
        assertThat(picture.mask().get(420, 300)).isFalse();
        assertThat(picture.mask().snapshot().area()).isCloseTo(200L * 200, within(500L));
    }

    @Test
    void escapeTakesTheStrokeBack(FxRobot robot) {
        robot.moveTo(at(100, 100)).press(MouseButton.PRIMARY).moveTo(at(300, 100));

        robot.type(KeyCode.ESCAPE);
        robot.release(MouseButton.PRIMARY);

        assertThat(picture.mask().isEmpty()).isTrue();
        assertThat(picture.committed()).isZero();
    }

    @Test
    void theWheelZoomsAtThePointer(FxRobot robot) {
        robot.moveTo(at(450, 100));
        double x = canvas.transform().pictureX(450);
        double y = canvas.transform().pictureY(100);

        robot.interact(() -> wheel(450, 100, 120));

        assertThat(canvas.transform().scale()).isCloseTo(0.5 * Math.pow(1.25, 3), within(1e-6));
        assertThat(canvas.transform().pictureX(450)).isCloseTo(x, within(1.5));
        assertThat(canvas.transform().pictureY(100)).isCloseTo(y, within(1.5));
    }

    @Test
    void spaceAndDragMovesThePictureAndPaintsNothing(FxRobot robot) {
        robot.interact(() -> {
            canvas.actualSize();
            canvas.requestFocus();
        });
        double before = canvas.transform().offsetX();

        robot.press(KeyCode.SPACE);
        drag(robot, 300, 200, 340, 200);
        robot.release(KeyCode.SPACE);

        assertThat(canvas.transform().offsetX()).isEqualTo(before + 40);
        assertThat(picture.mask().isEmpty()).isTrue();
    }

    @Test
    void arrowKeysMoveThePicture(FxRobot robot) {
        robot.interact(() -> {
            canvas.actualSize();
            canvas.requestFocus();
        });
        double before = canvas.transform().offsetX();

        robot.type(KeyCode.RIGHT);

        assertThat(canvas.transform().offsetX()).isEqualTo(before - 60);
    }

    @Test
    void theSplitIsDragged(FxRobot robot) {
        robot.interact(() -> canvas.splitProperty().set(true));

        drag(robot, 300, 200, 150, 200);

        assertThat(canvas.splitPositionProperty().get()).isCloseTo(0.25, within(0.01));
        assertThat(picture.mask().isEmpty()).isTrue();
    }

    @Test
    void nothingIsPaintedWhileTheOriginalIsShown(FxRobot robot) {
        robot.interact(() -> canvas.comparingProperty().set(true));

        drag(robot, 100, 100, 300, 100);

        assertThat(picture.mask().isEmpty()).isTrue();
    }

    @Test
    void aPictureThatIsTakenAwayIsNotListenedToAnyMore(FxRobot robot) {
        robot.interact(() -> canvas.pictureProperty().set(null));

        assertThat(picture.listeners()).isZero();
        drag(robot, 100, 100, 300, 100);
        assertThat(picture.mask().isEmpty()).isTrue();
    }

    @Test
    void whatItShowsIsTold(FxRobot robot) {
        robot.interact(() -> canvas.toolProperty().set(Tool.LASSO));

        assertThat(canvas.getAccessibleText()).isEqualTo("Picture, 1200 by 800, lasso tool");
    }

    @Test
    void aMaskPaintedElsewhereIsDrawn(FxRobot robot) {
        robot.interact(() -> {
            Stroke stroke = picture.begin(StrokeKind.MASK);
            stroke.rectangle(new Rect(0, 0, 1200, 800), PaintMode.ADD);
            stroke.commit();
            canvas.drawNow();
        });

        int[] color = new int[1];
        robot.interact(
                () -> color[0] = canvas.snapshot(null, null).getPixelReader().getArgb(300, 200));
        assertThat(color[0] >> 16 & 0xFF).isGreaterThan(100);
    }

    private enum Held {
        ALT,
        SHIFT
    }

    /** The robot of the headless platform holds no keys while it clicks. */
    private void fire(EventType<MouseEvent> type, double x, double y, Held held) {
        Point2D screen = at(x, y);
        canvas.fireEvent(new MouseEvent(
                canvas,
                canvas,
                type,
                x,
                y,
                screen.getX(),
                screen.getY(),
                MouseButton.PRIMARY,
                1,
                held == Held.SHIFT,
                false,
                held == Held.ALT,
                false,
                type == MouseEvent.MOUSE_PRESSED,
                false,
                false,
                false,
                false,
                false,
                null));
    }

    private void wheel(double x, double y, double delta) {
        Point2D screen = at(x, y);
        canvas.fireEvent(new ScrollEvent(
                canvas,
                canvas,
                ScrollEvent.SCROLL,
                x,
                y,
                screen.getX(),
                screen.getY(),
                false,
                false,
                false,
                false,
                false,
                false,
                0,
                delta,
                0,
                delta,
                ScrollEvent.HorizontalTextScrollUnits.NONE,
                0,
                ScrollEvent.VerticalTextScrollUnits.NONE,
                0,
                0,
                null));
    }

    private Point2D at(double x, double y) {
        return canvas.localToScreen(x, y);
    }

    private void drag(FxRobot robot, double fromX, double fromY, double toX, double toY) {
        robot.moveTo(at(fromX, fromY)).press(MouseButton.PRIMARY).moveTo(at(toX, toY));
        robot.release(MouseButton.PRIMARY);
    }
}
