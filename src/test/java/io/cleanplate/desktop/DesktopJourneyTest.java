package io.cleanplate.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.cleanplate.config.Preferences;
import io.cleanplate.imaging.Limits;
import io.cleanplate.imaging.Picture;
import io.cleanplate.imaging.PictureReader;
import io.cleanplate.newsroom.NewsImage;
import io.cleanplate.newsroom.PictureState;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The whole program as an editor uses it: the real window, newsroom, files and model, by mouse and keyboard. */
@ExtendWith(ApplicationExtension.class)
class DesktopJourneyTest {
    private static final String LIBRARIES = System.getProperty("ENGINE_CACHE_DIR");

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init") // set by start
    private Stage stage;

    private @Nullable OpenDesktop desktop;

    @Start
    void start(Stage shown) {
        stage = shown;
    }

    @AfterEach
    void close() {
        if (desktop != null) {
            desktop.close();
        }
    }

    @AfterAll
    static void leaveTheLibrariesWhereOthersFindThem() {
        System.setProperty("ENGINE_CACHE_DIR", LIBRARIES);
    }

    @Test
    void aPictureIsCleanedAndHandedOn(FxRobot robot) throws IOException {
        OpenDesktop program = open(robot, Map.of());
        program.untilOpen(program.pending(null).getFirst().story().title());

        robot.clickOn(".customer-picker").write("valley").type(KeyCode.ENTER);
        List<NewsImage> pending = program.pending("valley-radio");
        NewsImage image = pending.getFirst();
        program.untilOpen(image.story().title());
        byte[] published = Files.readAllBytes(original(image));
        program.paint();
        robot.type(KeyCode.ENTER);
        program.untilSaid("1 of 1");
        robot.press(KeyCode.TAB);
        assertThat(program.canvas().comparingProperty().get()).isTrue();
        robot.release(KeyCode.TAB);
        assertThat(program.canvas().comparingProperty().get()).isFalse();
        robot.type(KeyCode.S);

        program.untilOpen(pending.get(1).story().title());
        program.untilSaid("Saved: " + image.story().title());
        NewsImage now = program.now(image);
        assertThat(now.state()).isEqualTo(PictureState.CLEANED);
        assertThat(now.mark().by()).isEqualTo("Ada");
        assertThat(now.mark().model()).isEqualTo("see-through");
        PictureReader reader = new PictureReader(Limits.DEFAULT);
        Picture before = reader.read(original(image));
        Picture after = reader.read(Path.of(String.valueOf(now.mark().cleanImage())));
        assertThat(after.pixels().bounds()).isEqualTo(before.pixels().bounds());
        assertThat(after.pixels().changedFrom(before.pixels()).isEmpty()).isFalse();
        assertThat(original(image)).hasBinaryContent(published);
    }

    @Test
    void twoClicksLearnAMarkAndTenPicturesAreCleanedWithTenPressesOfSpace(FxRobot robot) throws IOException {
        OpenDesktop program = open(robot, Map.of());
        List<NewsImage> pending = program.pending(null).subList(0, 10);
        program.untilOpen(pending.getFirst().story().title());

        program.press("Find the mark of Northlight");
        program.untilSaid("One mark was learned");
        program.press("Keep and use it");
        for (NewsImage image : pending) {
            program.untilOpen(image.story().title());
            program.untilSaid("Northlight's mark was taken out");
            robot.type(KeyCode.SPACE);
        }

        program.until("all are saved", () -> program.pending(null).stream().noneMatch(pending::contains));
        for (NewsImage image : pending) {
            NewsImage now = program.now(image);
            assertThat(now.state()).isEqualTo(PictureState.CLEANED);
            assertThat(now.mark().model()).isEqualTo("inverted");
            assertThat(Path.of(String.valueOf(now.mark().cleanImage()))).isRegularFile();
        }
    }

    @Test
    void whatWasBegunIsThereAtTheNextStart(FxRobot robot) throws IOException {
        OpenDesktop first = open(robot, Map.of());
        first.untilOpen(first.pending(null).getFirst().story().title());
        first.paint();
        robot.type(KeyCode.ENTER);
        first.untilSaid("1 of 1");
        first.close();

        OpenDesktop second = open(robot, Map.of());

        second.untilSaid("Your work on this picture is back where you left it.");
        second.untilSaid("1 of 1");
    }

    @Test
    void aSkippedPictureIsTakenBack(FxRobot robot) throws IOException {
        OpenDesktop program = open(robot, Map.of());
        List<NewsImage> pending = program.pending(null);
        program.untilOpen(pending.getFirst().story().title());

        robot.type(KeyCode.X);
        program.untilOpen(pending.get(1).story().title());
        program.untilSaid("Skipped: " + pending.getFirst().story().title());
        assertThat(program.now(pending.getFirst()).state()).isEqualTo(PictureState.SKIPPED);
        program.press("Undo");

        program.untilOpen(pending.getFirst().story().title());
        assertThat(program.now(pending.getFirst()).state()).isEqualTo(PictureState.PENDING);
    }

    @Test
    void autoMarkIsSwitchedOnOnlyAfterAQuestion(FxRobot robot) throws IOException {
        OpenDesktop program = open(robot, Map.of());
        robot.clickOn(".customer-picker").write("valley").type(KeyCode.ENTER);
        program.until(
                "there is a switch", () -> robot.lookup("#auto-mark").query().isVisible());

        robot.clickOn("#auto-mark");
        program.untilSaid("Switch on auto-mark for valley-radio");
        assertThat(program.station().newsroom().settings("valley-radio").autoMarkCleaned())
                .isFalse();
        program.press("Switch on");

        program.untilSaid("Ada");
        assertThat(program.station().newsroom().settings("valley-radio").autoMarkCleaned())
                .isTrue();
    }

    @Test
    void theQueueIsSearchedAndFiltered(FxRobot robot) throws IOException {
        OpenDesktop program = open(robot, Map.of());
        program.untilOpen(program.pending(null).getFirst().story().title());

        robot.press(KeyCode.CONTROL).type(KeyCode.F).release(KeyCode.CONTROL);
        robot.write("old pier").type(KeyCode.ENTER);
        program.untilSaid("New railing for the old pier");
        program.untilOpen("New railing for the old pier");
        robot.clickOn("#show-skipped");
        program.untilSaid("No skipped picture matches the search for \"old pier\".");
        program.press("Clear search and filters");
        program.press("Show pending");

        program.untilOpen(program.pending(null).getFirst().story().title());
    }

    @Test
    void aFileFromElsewhereIsCleanedAndTheStoryBehindItIsLeftAlone(FxRobot robot) throws IOException {
        OpenDesktop maker = open(robot, Map.of());
        Path file = Files.copy(original(maker.pending(null).getFirst()), folder.resolve("from-elsewhere.jpg"));
        maker.close();

        OpenDesktop program = new OpenDesktop(
                robot,
                stage,
                folder.resolve("data"),
                new OpenDesktop.Given(Map.of(), List.of(file), Preferences.Theme.SYSTEM));
        desktop = program;
        program.untilOpen("from-elsewhere.jpg");
        List<NewsImage> pending = program.pending(null);
        robot.type(KeyCode.X);
        program.paint();
        robot.type(KeyCode.ENTER);
        program.untilSaid("1 of 1");

        assertThat(program.pending(null)).isEqualTo(pending);
        robot.press(KeyCode.CONTROL).type(KeyCode.W).release(KeyCode.CONTROL);
        program.untilSaid("Choose a picture from the queue, or drop one here.");
    }

    @Test
    void whileTheNewsroomIsAwayThatIsSaidAndWhatToDo(FxRobot robot) throws IOException {
        OpenDesktop program =
                open(robot, Map.of("MONGODB_URL", "mongodb://127.0.0.1:9/news?serverSelectionTimeoutMS=200"));

        program.untilSaid("Newsroom away");
        program.untilSaid("does not answer");
        program.untilSaid("Choose a picture from the queue, or drop one here.");
        program.press("Retry");
        program.untilSaid("does not answer");
    }

    @Test
    void aFolderThatCannotBeUsedIsSaidAndTheWorkIsThere(FxRobot robot) throws IOException {
        Path inTheWay = Files.writeString(folder.resolve("in-the-way"), "no folder");
        OpenDesktop program = open(robot, Map.of("OUTPUT_DIR", inTheWay.toString()));
        NewsImage image = program.pending(null).getFirst();
        program.untilOpen(image.story().title());
        program.paint();
        robot.type(KeyCode.ENTER);
        program.untilSaid("1 of 1");

        robot.type(KeyCode.S);
        program.untilSaid(inTheWay.toString());
        program.press("Open it again");

        program.untilOpen(image.story().title());
        program.untilSaid("1 of 1");
        assertThat(program.now(image).state()).isEqualTo(PictureState.PENDING);
    }

    @ParameterizedTest
    @EnumSource(
            value = Preferences.Theme.class,
            names = {"LIGHT", "DARK"})
    void everythingCanBeReadReachedAndNamed(Preferences.Theme theme, FxRobot robot) throws IOException {
        OpenDesktop program = open(robot, Map.of(), theme);
        program.untilOpen(program.pending(null).getFirst().story().title());
        program.untilSaid("Demo newsroom");

        robot.interact(() -> {
            // The screen of the tests is smaller than the window to be judged.
            Parent root = stage.getScene().getRoot();
            root.resize(1280, 720);
            SceneAudit.assertAccessible(root);
        });
    }

    private OpenDesktop open(FxRobot robot, Map<String, String> environment) throws IOException {
        return open(robot, environment, Preferences.Theme.SYSTEM);
    }

    private OpenDesktop open(FxRobot robot, Map<String, String> environment, Preferences.Theme theme)
            throws IOException {
        OpenDesktop opened = new OpenDesktop(
                robot, stage, folder.resolve("data"), new OpenDesktop.Given(environment, List.of(), theme));
        desktop = opened;
        return opened;
    }

    private static Path original(NewsImage image) {
        return Path.of(URI.create(image.ref().image()));
    }
}
