package io.cleanplate.desktop.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
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
    private final BooleanProperty ready = new SimpleBooleanProperty(true);
    private final BooleanProperty known = new SimpleBooleanProperty();
    private final BooleanProperty covered = new SimpleBooleanProperty();
    private final AtomicLong now = new AtomicLong();

    @SuppressWarnings("NullAway.Init") // set by start
    private Pane picture;

    @Start
    void start(Stage stage) {
        Button button = new Button("Here");
        button.setId("elsewhere");
        button.setOnAction(event -> done.add("button"));
        TextField field = new TextField();
        field.setId("field");
        picture = new Pane();
        picture.setFocusTraversable(true);
        picture.addEventHandler(KeyEvent.KEY_PRESSED, event -> done.add("picture " + event.getCode()));
        Scene scene = new Scene(new VBox(button, field, picture), 300, 200);
        KeyBindings.install(
                scene,
                List.of(
                        Action.of("Tools", "Brush", () -> done.add("brush")).key("B"),
                        Action.of("Edit", "Undo", () -> done.add("undo")).key("Shortcut+Z"),
                        Action.of("Picture", "Accept", () -> done.add("accept"))
                                .key("Space")
                                .when(ready)
                                .onTap(),
                        Action.of("Mark", "Choose", () -> done.add("choose"))
                                .key("1")
                                .when(known),
                        Action.of("View", "Size", () -> done.add("size")).key("1"),
                        Action.of("Mark", "Move", () -> done.add("move"))
                                .key("Left")
                                .when(known),
                        Action.of("Mark", "Stronger", () -> done.add("stronger"))
                                .typed("+")
                                .when(known),
                        Action.of("View", "Larger", () -> done.add("larger")).typed("+"),
                        Action.of("View", "Compare", () -> done.add("show"))
                                .key("Tab")
                                .untilReleased(() -> done.add("hide"))),
                covered::get,
                now::get);
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

    @Test
    void ofTwoActionsWithOneKeyTheFirstThatCanBeDoneIsDone(FxRobot robot) {
        onPicture(robot, () -> {
            press(KeyCode.DIGIT1);
            release(KeyCode.DIGIT1);
            type("+");
            known.set(true);
            press(KeyCode.DIGIT1);
            type("+");
        });

        assertThat(done).containsExactly("size", "larger", "choose", "stronger");
    }

    @Test
    void anArrowThatMeansNothingNowIsLeftToThePicture(FxRobot robot) {
        onPicture(robot, () -> {
            press(KeyCode.LEFT);
            release(KeyCode.LEFT);
            known.set(true);
            press(KeyCode.LEFT);
        });

        assertThat(done).containsExactly("picture LEFT", "move");
    }

    @Test
    void aTapIsDoneWhenTheKeyGoesUp(FxRobot robot) {
        onPicture(robot, () -> {
            press(KeyCode.SPACE);
            assertThat(done).containsExactly("picture SPACE");
            release(KeyCode.SPACE);
        });

        assertThat(done).containsExactly("picture SPACE", "accept");
    }

    @Test
    void aKeyThatRepeatsItselfIsOneTap(FxRobot robot) {
        onPicture(robot, () -> {
            press(KeyCode.SPACE);
            press(KeyCode.SPACE);
            press(KeyCode.SPACE);
            release(KeyCode.SPACE);
        });

        assertThat(done).containsOnlyOnce("accept");
    }

    @Test
    void aKeyThatIsHeldLongIsNoTap(FxRobot robot) {
        onPicture(robot, () -> {
            press(KeyCode.SPACE);
            now.set(501_000_000);
            release(KeyCode.SPACE);
        });

        assertThat(done).doesNotContain("accept");
    }

    @Test
    void aMouseButtonMakesItNoTap(FxRobot robot) {
        onPicture(robot, () -> {
            press(KeyCode.SPACE);
            mouse(MouseEvent.MOUSE_PRESSED);
            mouse(MouseEvent.MOUSE_RELEASED);
            release(KeyCode.SPACE);
            mouse(MouseEvent.MOUSE_PRESSED);
            press(KeyCode.SPACE);
            release(KeyCode.SPACE);
        });

        assertThat(done).doesNotContain("accept");
    }

    @Test
    void anotherKeyMakesItNoTap(FxRobot robot) {
        onPicture(robot, () -> {
            press(KeyCode.SPACE);
            press(KeyCode.B);
            release(KeyCode.B);
            release(KeyCode.SPACE);
        });

        assertThat(done).contains("brush").doesNotContain("accept");
    }

    @Test
    void aKeyThatWentDownTooEarlyIsNoTap(FxRobot robot) {
        ready.set(false);

        onPicture(robot, () -> {
            press(KeyCode.SPACE);
            ready.set(true);
            press(KeyCode.SPACE);
            release(KeyCode.SPACE);
        });

        assertThat(done).doesNotContain("accept");
    }

    @Test
    void whatCouldNotBeDoneForAMomentIsNotDone(FxRobot robot) {
        onPicture(robot, () -> {
            press(KeyCode.SPACE);
            ready.set(false);
            ready.set(true);
            press(KeyCode.SPACE);
            release(KeyCode.SPACE);
        });

        assertThat(done).doesNotContain("accept");
    }

    @Test
    void aTapUnderASheetIsNone(FxRobot robot) {
        onPicture(robot, () -> {
            press(KeyCode.SPACE);
            covered.set(true);
            release(KeyCode.SPACE);
        });

        assertThat(done).doesNotContain("accept");
    }

    @Test
    void aButtonThatWasReachedByKeyboardTakesTheTap(FxRobot robot) {
        robot.interact(() -> robot.lookup("#field").query().requestFocus());
        robot.interact(() -> robot.lookup("#elsewhere").query().requestFocusTraversal(TraversalDirection.NEXT));
        robot.interact(() -> robot.lookup("#field").query().requestFocusTraversal(TraversalDirection.PREVIOUS));

        robot.type(KeyCode.SPACE);

        assertThat(done).containsExactly("button");
    }

    @Test
    void aButtonThatWasClickedDoesNot(FxRobot robot) {
        robot.clickOn("#elsewhere");

        robot.type(KeyCode.SPACE);

        assertThat(done).containsExactly("button", "accept");
    }

    @Test
    void aTapInAFieldIsTyping(FxRobot robot) {
        robot.interact(() -> robot.lookup("#field").query().requestFocus());

        robot.type(KeyCode.SPACE);

        assertThat(done).isEmpty();
    }

    private void onPicture(FxRobot robot, Runnable what) {
        robot.interact(() -> {
            picture.requestFocus();
            what.run();
        });
    }

    private void press(KeyCode code) {
        key(KeyEvent.KEY_PRESSED, "", code);
    }

    private void release(KeyCode code) {
        key(KeyEvent.KEY_RELEASED, "", code);
    }

    private void type(String character) {
        key(KeyEvent.KEY_TYPED, character, KeyCode.UNDEFINED);
    }

    private void key(EventType<KeyEvent> type, String character, KeyCode code) {
        Event.fireEvent(picture, new KeyEvent(type, character, "", code, false, false, false, false));
    }

    private void mouse(EventType<MouseEvent> type) {
        boolean down = type == MouseEvent.MOUSE_PRESSED;
        Event.fireEvent(
                picture,
                new MouseEvent(
                        type,
                        1,
                        1,
                        1,
                        1,
                        MouseButton.PRIMARY,
                        1,
                        false,
                        false,
                        false,
                        false,
                        down,
                        false,
                        false,
                        false,
                        false,
                        true,
                        null));
    }
}
