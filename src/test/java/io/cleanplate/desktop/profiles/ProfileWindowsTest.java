package io.cleanplate.desktop.profiles;

import static io.cleanplate.desktop.profiles.MarksFixture.CUSTOMER;
import static io.cleanplate.desktop.profiles.MarksFixture.SOURCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.cleanplate.desktop.common.KeyBindings;
import io.cleanplate.desktop.queue.FakeQueue;
import io.cleanplate.desktop.shell.Overlays;
import io.cleanplate.desktop.theme.ThemeManager;
import io.cleanplate.newsroom.NewsImage;
import io.cleanplate.newsroom.PictureState;
import io.cleanplate.task.SameThreadTasks;
import io.cleanplate.watermark.KeptProfile;
import java.util.Objects;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The windows for known marks as a person opens, uses and leaves them by keyboard. */
@ExtendWith(ApplicationExtension.class)
class ProfileWindowsTest {
    private final MarksFixture newsroom = new MarksFixture(SameThreadTasks.waiting());
    private final SimpleObjectProperty<@Nullable NewsImage> story =
            new SimpleObjectProperty<>(FakeQueue.picture(1, CUSTOMER, "Story", SOURCE, PictureState.PENDING));

    @SuppressWarnings("NullAway.Init") // set by start
    private Stage stage;

    @SuppressWarnings("NullAway.Init") // set by start
    private Overlays overlays;

    @SuppressWarnings("NullAway.Init") // set by start
    private Button below;

    @Start
    void start(Stage shown) {
        stage = shown;
        overlays = new Overlays();
        below = new Button("Picture");
        Scene scene = new Scene(new StackPane(below, overlays), 1024, 640);
        ThemeManager.ofApplication().dress(scene);
        ProfileWindows windows = new ProfileWindows(overlays, newsroom.search, newsroom.profiles, newsroom.services);
        KeyBindings.install(scene, windows.actions(story, () -> null), overlays.openProperty()::get);
        shown.setScene(scene);
        shown.show();
        below.requestFocus();
    }

    @Test
    void theMarkOfTheOpenStoryIsFoundAndKeptByKeyboard(FxRobot robot) {
        newsroom.findsMarks(1);
        robot.push(KeyCode.CONTROL, KeyCode.M);
        assertThat(focused()).isEqualTo("work-on");

        robot.interact(newsroom.tasks::runAll);
        assertThat(focused()).isEqualTo("keep-mark");
        robot.type(KeyCode.ENTER);
        robot.interact(newsroom.tasks::runAll);

        assertThat(newsroom.kept.of(CUSTOMER)).extracting(KeptProfile::name).containsExactly(SOURCE);
        assertThat(overlays.openProperty().get()).isFalse();
        assertThat(stage.getScene().getFocusOwner()).isEqualTo(below);
    }

    @Test
    void escapeIsNotNow(FxRobot robot) {
        newsroom.findsMarks(1);
        robot.push(KeyCode.CONTROL, KeyCode.M);
        robot.interact(newsroom.tasks::runAll);

        robot.type(KeyCode.ESCAPE);

        assertThat(overlays.openProperty().get()).isFalse();
        assertThat(newsroom.search.openProperty().get()).isFalse();
        assertThat(newsroom.kept.of(CUSTOMER)).isEmpty();
    }

    @Test
    void theSearchGoesOnWhileThePictureIsWorkedOn(FxRobot robot) {
        newsroom.findsMarks(1);
        robot.push(KeyCode.CONTROL, KeyCode.M);

        robot.type(KeyCode.ENTER);
        robot.interact(newsroom.tasks::runAll);

        assertThat(overlays.openProperty().get()).isFalse();
        assertThat(newsroom.notices).hasSize(1);
    }

    @Test
    void withoutAStoryThereIsNothingToFind(FxRobot robot) {
        robot.interact(() -> story.set(null));

        robot.push(KeyCode.CONTROL, KeyCode.M);

        assertThat(overlays.openProperty().get()).isFalse();
    }

    @Test
    void aMarkIsRenamedInItsPlace(FxRobot robot) {
        newsroom.keep("Northlight");
        known(robot);
        robot.interact(() -> robot.lookup("#rename-mark").queryButton().fire());

        robot.write("Polar").type(KeyCode.ENTER);
        robot.interact(newsroom.tasks::runAll);

        assertThat(newsroom.names()).containsExactly("Polar");
        assertThat(robot.lookup("#mark-name").queryLabeled().getText()).isEqualTo("Polar");
    }

    @Test
    void escapeLeavesTheWindowFromItsList(FxRobot robot) {
        newsroom.keep("Northlight");
        known(robot);
        robot.interact(() -> robot.lookup("#known-marks-list").query().requestFocus());

        robot.type(KeyCode.ESCAPE);

        assertThat(overlays.openProperty().get()).isFalse();
    }

    @Test
    void escapeLeavesTheNameAndThenTheWindow(FxRobot robot) {
        newsroom.keep("Northlight");
        known(robot);
        robot.interact(() -> robot.lookup("#rename-mark").queryButton().fire());

        robot.write("Polar").type(KeyCode.ESCAPE);
        assertThat(overlays.openProperty().get()).isTrue();
        robot.type(KeyCode.ESCAPE);

        assertThat(overlays.openProperty().get()).isFalse();
        assertThat(newsroom.profiles.openProperty().get()).isFalse();
        assertThat(newsroom.kept.of(CUSTOMER)).extracting(KeptProfile::name).containsExactly("Northlight");
    }

    @Test
    void theSwitchShowsWhatIsSo(FxRobot robot) {
        KeptProfile kept = newsroom.keep("Northlight");
        known(robot);
        newsroom.changedByOtto(kept);

        robot.clickOn("#use-mark");
        robot.interact(newsroom.tasks::runAll);

        assertThat(robot.lookup("#use-mark")
                        .queryAs(atlantafx.base.controls.ToggleSwitch.class)
                        .isSelected())
                .as("somebody else was faster, and left it on")
                .isTrue();
        assertThat(robot.lookup("#known-marks-message").queryLabeled().getText())
                .startsWith("Somebody else changed");
    }

    @Test
    void theWayBackHasTheFocusOfAQuestion(FxRobot robot) {
        newsroom.keep("Northlight");
        known(robot);

        robot.interact(() -> robot.lookup("#delete-mark").queryButton().fire());
        assertThat(focused()).isEqualTo("mark-question-no");
        robot.type(KeyCode.SPACE);

        assertThat(newsroom.kept.of(CUSTOMER)).hasSize(1);
        assertThat(robot.lookup("#mark-question").tryQuery()).isEmpty();
    }

    @Test
    void escapeIsNoToAQuestion(FxRobot robot) {
        newsroom.keep("Northlight");
        known(robot);
        robot.interact(() -> robot.lookup("#delete-mark").queryButton().fire());

        robot.type(KeyCode.ESCAPE);

        assertThat(robot.lookup("#mark-question").tryQuery()).isEmpty();
        assertThat(overlays.openProperty().get()).isTrue();
    }

    @Test
    void arrowsWalkThroughTheMarks(FxRobot robot) {
        newsroom.keep("Alpine");
        newsroom.keep("Northlight");
        known(robot);
        assertThat(focused()).isEqualTo("known-marks-list");

        robot.type(KeyCode.DOWN);

        assertThat(robot.lookup("#mark-name").queryLabeled().getText()).isEqualTo("Northlight");
    }

    @Test
    void findingAgainTakesThePlaceOfTheKnownMarks(FxRobot robot) {
        newsroom.keep("Northlight");
        known(robot);

        robot.interact(() -> robot.lookup("#find-again").queryButton().fire());

        assertThat(newsroom.profiles.openProperty().get()).isFalse();
        assertThat(robot.lookup("#mark-says").queryLabeled().getText()).isEqualTo("Looking for its pictures");
        assertThat(overlays.openProperty().get()).isTrue();
    }

    private void known(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.interact(newsroom.tasks::runAll);
    }

    private String focused() {
        return Objects.requireNonNullElse(stage.getScene().getFocusOwner().getId(), "");
    }
}
