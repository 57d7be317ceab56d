package io.cleanplate.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.cleanplate.config.Preferences;
import io.cleanplate.desktop.common.Notice;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javafx.event.Event;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The window as a person uses it, on fakes. */
@ExtendWith(ApplicationExtension.class)
class ShellTest {
    private static final Preferences KNOWN = Preferences.NONE.with(new Preferences.Work(
            "Ada", "mongodb://ada:geheim@db.example.org/news", null, null, null, null, null, null));

    @TempDir
    static Path folder;

    @SuppressWarnings("NullAway.Init") // set by start
    private ShellFixture window;

    @SuppressWarnings("NullAway.Init") // set by start
    private Stage stage;

    @Start
    void start(Stage shown) {
        stage = shown;
        window = new ShellFixture(shown, folder, KNOWN, Map.of("OUTPUT_DIR", "/srv/clean"));
        window.open();
    }

    @AfterEach
    void close() {
        window.tasks.close();
    }

    @Test
    void aQuestionMarkShowsAllKeys(FxRobot robot) {
        robot.interact(() -> typed("?"));

        assertThat(window.shell.overlays().openProperty().get()).isTrue();
        assertThat(robot.lookup("Save and mark done").tryQuery()).isPresent();
        assertThat(robot.lookup("Keyboard shortcuts").tryQuery()).isPresent();
    }

    @Test
    void aQuestionMarkTypedIntoAFieldIsText(FxRobot robot) {
        robot.interact(() -> robot.lookup("#search").query().requestFocus());

        robot.interact(() -> typed("?"));

        assertThat(window.shell.overlays().openProperty().get()).isFalse();
        assertThat(robot.lookup("#search").queryTextInputControl().getText()).isEqualTo("?");
    }

    @Test
    void keysDoNothingBelowASheetAndEscapeClosesIt(FxRobot robot) {
        robot.interact(window.shell::showShortcuts);

        robot.type(KeyCode.S);
        assertThat(window.done).isEmpty();
        robot.type(KeyCode.ESCAPE);

        assertThat(window.shell.overlays().openProperty().get()).isFalse();
        robot.type(KeyCode.S);
        assertThat(window.done).containsExactly("Save and mark done");
    }

    @Test
    void theFocusStaysInsideASheetAndReturns(FxRobot robot) {
        robot.interact(window.shell::openSettings);

        for (int i = 0; i < 30; i++) {
            robot.type(KeyCode.TAB);
            assertThat(stage.getScene().getFocusOwner())
                    .isNotNull()
                    .satisfies(owner -> assertThat(owner.getId()).isNotIn("canvas", "search", "menu", "engine"));
        }
        robot.type(KeyCode.ESCAPE);

        assertThat(stage.getScene().getFocusOwner().getId()).isEqualTo("canvas");
    }

    @Test
    void theKeyboardWalksFromPartToPart(FxRobot robot) {
        robot.type(KeyCode.F6);
        assertThat(stage.getScene().getFocusOwner().getId()).isEqualTo("search");

        robot.type(KeyCode.F6);

        assertThat(stage.getScene().getFocusOwner().getId()).isEqualTo("menu");
        assertThat(stage.getScene().getFocusOwner().isFocusVisible()).isTrue();
    }

    @Test
    void aBadValueIsToldBesideItsFieldAndNothingIsSaved(FxRobot robot) {
        robot.interact(window.shell::openSettings);
        robot.interact(() -> field(robot, "#field-margin").setText("9000"));

        robot.interact(() -> robot.lookup("#save").queryButton().fire());

        assertThat(robot.lookup("#field-margin-error").queryAs(Label.class).getText())
                .isEqualTo("Margin is '9000': accepted are whole numbers from 0 to 512.");
        assertThat(stage.getScene().getFocusOwner().getId()).isEqualTo("field-margin");
        assertThat(window.shell.overlays().openProperty().get()).isTrue();
        assertThat(window.preferences.value().work()).isEqualTo(KNOWN.work());
    }

    @Test
    void goodValuesAreSavedAndTheSecretIsKeptUnseen(FxRobot robot) {
        robot.interact(window.shell::openSettings);
        assertThat(robot.lookup("#known-url").queryAs(Label.class).getText())
                .isEqualTo("mongodb://\u2022\u2022\u2022@db.example.org/news");
        robot.interact(() -> {
            field(robot, "#field-your-name").setText("Grace");
            robot.lookup("#field-theme").<ComboBox<String>>query().setValue("dark");
        });

        robot.interact(() -> robot.lookup("#save").queryButton().fire());

        assertThat(window.shell.overlays().openProperty().get()).isFalse();
        assertThat(window.preferences.value().work().editorName()).isEqualTo("Grace");
        assertThat(window.preferences.value().work().mongoUrl()).isEqualTo("mongodb://ada:geheim@db.example.org/news");
        assertThat(window.themes.darkProperty().get()).isTrue();
        assertThat(window.changes)
                .singleElement()
                .satisfies(change -> assertThat(change.restartNeeded()).isFalse());
    }

    @Test
    void whatTheEnvironmentSetsIsShownAndLocked(FxRobot robot) {
        robot.interact(window.shell::openSettings);

        assertThat(field(robot, "#field-folder-for-cleaned-pictures").getText()).isEqualTo("/srv/clean");
        assertThat(field(robot, "#field-folder-for-cleaned-pictures").isDisabled())
                .isTrue();
        assertThat(robot.lookup("Set by OUTPUT_DIR.").tryQuery()).isPresent();
    }

    @Test
    void theConnectionIsTriedBeforeItIsSaved(FxRobot robot) {
        robot.interact(window.shell::openSettings);
        robot.interact(() -> robot.lookup("#change-url").queryButton().fire());
        robot.interact(() -> field(robot, "#field-newsroom").setText("mongodb://away.example.org/news"));

        robot.interact(() -> robot.lookup("#test-url").queryButton().fire());

        assertThat(robot.lookup("#test-result").queryAs(Label.class).getText())
                .isEqualTo("The newsroom at away.example.org/news does not answer.");
    }

    @Test
    void modelAndDeviceAreChosenInTheStatusLine(FxRobot robot) {
        robot.interact(window.status::openChoices);

        robot.interact(() -> robot.lookup("#device-cpu")
                .<javafx.scene.control.RadioButton>query()
                .fire());

        assertThat(window.done).containsExactly("auto on cpu");
        assertThat(window.preferences.value().work().device()).isEqualTo("cpu");
        assertThat(robot.lookup("The device changes with the next start.").tryQuery())
                .isPresent();
    }

    @Test
    void aModelThatIsFetchedCanBeUsedAtOnce(FxRobot robot) {
        robot.interact(window.status::openChoices);
        assertThat(robot.lookup("#model-lama").query().isDisabled()).isTrue();

        robot.interact(() -> robot.lookup("#fetch-lama").queryButton().fire());

        assertThat(robot.lookup("#model-lama").query().isDisabled()).isFalse();
        robot.interact(() -> robot.lookup("Use lama").queryButton().fire());
        assertThat(window.done).containsExactly("lama on auto");
    }

    @Test
    void quittingAsksOnlyWhenSomethingWouldBeLost(FxRobot robot) {
        window.lost = Optional.of("The mask on this picture is not saved.");
        robot.interact(window.shell::quit);
        robot.interact(() -> robot.lookup("#stay").queryButton().fire());
        assertThat(window.done).isEmpty();

        window.lost = Optional.empty();
        robot.interact(window.shell::quit);

        assertThat(window.done).containsExactly("quit");
    }

    @Test
    void theFirstStepsAreDismissedForGood(FxRobot robot) {
        assertThat(robot.lookup("#dismiss-hint").tryQuery()).isPresent();

        robot.interact(() -> robot.lookup("#dismiss-hint").queryButton().fire());

        assertThat(robot.lookup("#dismiss-hint").tryQuery()).isEmpty();
        assertThat(window.preferences.value().session().hintDismissed()).isTrue();
    }

    @Test
    void aChoiceClosesItsNoticeAndIsDone(FxRobot robot) {
        robot.interact(() -> window.notices.show(
                Notice.warning("3 pictures changed.").with("Look again", () -> window.done.add("looked"))));

        robot.interact(() -> robot.lookup("Look again").queryButton().fire());

        assertThat(window.done).containsExactly("looked");
        assertThat(window.notices.getChildren()).isEmpty();
    }

    @Test
    void aBugOffersTheLog(FxRobot robot) {
        robot.interact(() -> window.notices.show(Notice.failure(new IllegalStateException("why"))));

        robot.interact(() -> robot.lookup("Open the log").queryButton().fire());

        assertThat(window.done).containsExactly("log");
    }

    @Test
    void ofWhatWentWellOnlyTheLastTwoAreShown(FxRobot robot) {
        robot.interact(() -> {
            window.notices.show(Notice.warning("The disk is nearly full."));
            for (int i = 1; i <= 4; i++) {
                window.notices.show(Notice.success("Saved: picture " + i).lasting(Duration.ofMinutes(1)));
            }
        });

        assertThat(window.notices.getChildren()).hasSize(3);
        assertThat(robot.lookup("Saved: picture 2").tryQuery()).isEmpty();
        assertThat(robot.lookup("Saved: picture 3").tryQuery()).isPresent();
        assertThat(robot.lookup("Saved: picture 4").tryQuery()).isPresent();
        assertThat(robot.lookup("The disk is nearly full.").tryQuery()).isPresent();
    }

    @Test
    void aFifthNoticeWaitsForRoom(FxRobot robot) {
        robot.interact(() -> {
            for (int i = 1; i <= 5; i++) {
                window.notices.show(Notice.warning("Notice " + i));
            }
        });
        assertThat(window.notices.getChildren()).hasSize(4);
        assertThat(robot.lookup("Notice 5").tryQuery()).isEmpty();

        robot.interact(() -> robot.from(window.notices.getChildren().getFirst())
                .lookup(".button-icon")
                .queryButton()
                .fire());

        assertThat(robot.lookup("Notice 1").tryQuery()).isEmpty();
        assertThat(robot.lookup("Notice 5").tryQuery()).isPresent();
    }

    private void typed(String character) {
        Event.fireEvent(
                stage.getScene().getFocusOwner(),
                new KeyEvent(KeyEvent.KEY_TYPED, character, "", KeyCode.UNDEFINED, true, false, false, false));
    }

    private static TextField field(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(TextField.class);
    }
}
