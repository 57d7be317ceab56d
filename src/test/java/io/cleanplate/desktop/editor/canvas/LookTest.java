package io.cleanplate.desktop.editor.canvas;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import io.cleanplate.cleaning.edit.Stroke;
import io.cleanplate.cleaning.edit.StrokeKind;
import io.cleanplate.desktop.Snapshots;
import io.cleanplate.imaging.Limits;
import io.cleanplate.imaging.PictureReader;
import io.cleanplate.imaging.Pixels;
import io.cleanplate.imaging.Rect;
import io.cleanplate.mask.PaintMode;
import io.cleanplate.task.SameThreadTasks;
import java.nio.file.Path;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class LookTest {
    private final PictureCanvas canvas = new PictureCanvas(SameThreadTasks.atOnce());
    private Stage stage = new StageHolder().none();
    private final Pixels photo = new PictureReader(Limits.DEFAULT)
            .read(Path.of("assets/samples/astronaut.jpg"))
            .pixels();
    private final FakePicture picture = new FakePicture(photo);

    private static final class StageHolder {
        @SuppressWarnings("NullAway")
        Stage none() {
            return null;
        }
    }

    @Start
    void start(Stage stage) {
        this.stage = stage;
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        stage.setScene(new Scene(canvas, 600, 400));
        stage.show();
        canvas.pictureProperty().set(picture);
        Stroke stroke = picture.begin(StrokeKind.MASK);
        stroke.line(100, 100, 260, 200, 25, PaintMode.ADD);
        stroke.line(300, 300, 302, 300, 1, PaintMode.ADD);
        stroke.rectangle(new Rect(400, 40, 480, 120), PaintMode.ADD);
        stroke.commit();
    }

    private void shot(FxRobot robot, String name, double scale) {
        robot.interact(() -> {
            canvas.layout();
            for (int i = 0; i < 3; i++) {
                canvas.drawNow();
            }
            Snapshots.write(canvas, scale, Path.of("/tmp/canvas/" + name + ".png"));
        });
    }

    @Test
    void look(FxRobot robot) {
        robot.moveTo(canvas.localToScreen(300, 200));
        shot(robot, "fit", 1);
        robot.interact(canvas::actualSize);
        shot(robot, "100", 1);
        robot.interact(() -> {
            for (int i = 0; i < 6; i++) {
                canvas.zoomIn();
            }
        });
        shot(robot, "800", 1);
        robot.interact(() -> {
            canvas.fit();
            byte[] black = new byte[200 * 300 * 3];
            picture.show(photo.withPatch(new Rect(150, 50, 350, 350), black), new Rect(150, 50, 350, 350));
            canvas.splitProperty().set(true);
            Application.setUserAgentStylesheet(new PrimerDark().getUserAgentStylesheet());
        });
        shot(robot, "split-dark", 1);
        robot.interact(() -> stage.setRenderScaleX(2));
        robot.interact(() -> stage.setRenderScaleY(2));
        shot(robot, "split-dark-2x", 2);
    }
}
