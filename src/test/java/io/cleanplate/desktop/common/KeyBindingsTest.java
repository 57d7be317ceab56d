package io.cleanplate.desktop.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Keys trigger actions, but never while somebody types. */
@ExtendWith(ApplicationExtension.class)
class KeyBindingsTest {
    private final List<String> done = new ArrayList<>();

    @Start
    void start(Stage stage) {
        Button button = new Button("Here");
        button.setId("elsewhere");
        TextField field = new TextField();
        field.setId("field");
        Scene scene = new Scene(new VBox(button, field), 300, 200);
        KeyBindings.install(
                scene,
                List.of(
                        Action.of("Tools", "Brush", () -> done.add("brush")).key("B"),
                        Action.of("Edit", "Undo", () -> done.add("undo")).key("Shortcut+Z"),
                        Action.of("View", "Compare", () -> done.add("show"))
                                .key("Tab")
                                .untilReleased(() -> done.add("hide"))));
        stage.setScene(scene);
        stage.show();
        stage.toFront();
    }

    @Test
    void aLetterTriggersItsAction(FxRobot robot) {
        robot.interact(() -> robot.lookup("#elsewhere").queryButton().requestFocus());

        robot.type(KeyCode.B);

        assertThat(done).containsExactly("brush");
    }

    @Test
    void aLetterTypedIntoAFieldTriggersNothing(FxRobot robot) {
        robot.interact(() -> robot.lookup("#field").query().requestFocus());

        robot.type(KeyCode.B);

        assertThat(done).isEmpty();
        assertThat(robot.lookup("#field").queryTextInputControl().getText()).isEqualTo("b");
    }

    @Test
    void aHeldKeyLastsUntilItGoesUp(FxRobot robot) {
        robot.interact(() -> robot.lookup("#elsewhere").queryButton().requestFocus());

        robot.press(KeyCode.TAB);
        assertThat(done).containsExactly("show");
        robot.release(KeyCode.TAB);

        assertThat(done).containsExactly("show", "hide");
    }
}
