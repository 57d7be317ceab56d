package io.cleanplate.desktop.editor;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import io.cleanplate.cleaning.edit.EditedPicture;
import io.cleanplate.desktop.Snapshots;
import io.cleanplate.desktop.common.KeyBindings;
import io.cleanplate.imaging.Limits;
import io.cleanplate.imaging.Orientation;
import io.cleanplate.imaging.PictureReader;
import io.cleanplate.imaging.Pixels;
import io.cleanplate.mask.MaskReader;
import io.cleanplate.task.SameThreadTasks;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class EditorToolbarTest {
    private final EditorViewModel editor = new EditorViewModel(
            new Background(SameThreadTasks.waiting(), notice -> {}),
            (pixels, mask, model, monitor) -> {
                throw new IllegalStateException("nothing is removed here");
            },
            new MaskReader(new PictureReader(Limits.DEFAULT)),
            EditorSettings.DEFAULT);
    private final BorderPane window = new BorderPane();

    @Start
    void start(Stage stage) {
        EditorActions actions = new EditorActions(editor);
        window.setTop(new EditorToolbar(editor, actions, new MaskFiles() {
            @Override
            public Optional<Path> toLoad() {
                return Optional.empty();
            }

            @Override
            public Optional<Path> toSave() {
                return Optional.empty();
            }
        }));
        window.getStyleClass().add("background");
        Scene scene = new Scene(window, 980, 200);
        scene.getStylesheets().add(new PrimerLight().getUserAgentStylesheet());
        KeyBindings.install(scene, actions.listed());
        stage.setScene(scene);
        stage.show();
        editor.open(
                EditedPicture.open(new Pixels(10, 10, 1, 8, new byte[100], null), Orientation.UPRIGHT, 1L << 20),
                "harbour");
    }

    @Test
    void aKeyTakesAToolAndItsButtonShowsIt(FxRobot robot) {
        robot.type(KeyCode.L);

        assertThat(editor.tools().toolProperty().get()).isEqualTo(Tool.LASSO);
        assertThat(robot.lookup(".toggle-button").queryAllAs(ToggleButton.class).stream()
                        .filter(ToggleButton::isSelected)
                        .map(ToggleButton::getAccessibleText))
                .containsExactly("Lasso");
    }

    @Test
    void theBracketsChangeTheBrush(FxRobot robot) {
        robot.type(KeyCode.CLOSE_BRACKET);

        assertThat(editor.tools().brushDiameterProperty().get()).isEqualTo(46);
    }

    @Test
    void everyButtonHasAName(FxRobot robot) {
        assertThat(robot.lookup(node -> node instanceof Button || node instanceof ToggleButton)
                        .queryAllAs(ButtonBase.class))
                .hasSizeGreaterThan(10)
                .allMatch(button -> !button.getAccessibleText().isBlank());
    }

    @Test
    void itFitsBesideTheQueueInASmallWindow(FxRobot robot) {
        robot.interact(() -> {
            Snapshots.write(window, 1, Path.of("target/snapshots/toolbar-light.png"));
            window.getScene().getStylesheets().setAll(new PrimerDark().getUserAgentStylesheet());
            Snapshots.write(window, 1, Path.of("target/snapshots/toolbar-dark.png"));
        });

        assertThat(window.getTop().getLayoutBounds().getHeight()).isLessThan(110);
        assertThat(window.getTop().getLayoutBounds().getWidth()).isLessThanOrEqualTo(980);
    }
}
