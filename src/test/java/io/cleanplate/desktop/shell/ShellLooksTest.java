package io.cleanplate.desktop.shell;

import io.cleanplate.config.Preferences;
import io.cleanplate.desktop.SceneAudit;
import io.cleanplate.desktop.Snapshots;
import io.cleanplate.desktop.common.Notice;
import io.cleanplate.desktop.status.EnginePane;
import io.cleanplate.desktop.status.EngineViewModel;
import io.cleanplate.error.UnavailableException;
import io.cleanplate.task.BackgroundTask;
import io.cleanplate.task.SameThreadTasks;
import io.cleanplate.task.TaskMonitor;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/**
 * Everything the frame shows can be read, reached and named, light and dark, in a small and a large window. With
 * {@code -Dsnapshots=FOLDER} it writes pictures of it all.
 */
@ExtendWith(ApplicationExtension.class)
class ShellLooksTest {
    private static final String SIZES = """
            LIGHT, 1280,  720
            DARK,  1280,  720
            LIGHT, 1920, 1080
            DARK,  1920, 1080
            """;

    @TempDir
    static Path folder;

    private final CountDownLatch end = new CountDownLatch(1);

    @SuppressWarnings("NullAway.Init") // set by start
    private ShellFixture window;

    @SuppressWarnings("NullAway.Init") // set by start
    private Stage stage;

    private String look = "";
    private int width;
    private int height;

    @Start
    void start(Stage shown) {
        stage = shown;
        Preferences kept = Preferences.NONE.with(new Preferences.Work(
                "Ada", "mongodb://ada:geheim@db.example.org/news", null, null, null, null, null, null));
        window = new ShellFixture(shown, folder, kept, Map.of("OUTPUT_DIR", "/srv/clean"));
        window.open();
    }

    @AfterEach
    void close() {
        end.countDown();
        window.tasks.close();
    }

    @ParameterizedTest
    @CsvSource(textBlock = SIZES)
    void theFirstStartIsUsable(Preferences.Theme theme, int width, int height, FxRobot robot) {
        resize(robot, theme, width, height);

        judge(robot, "first");
    }

    @ParameterizedTest
    @CsvSource(textBlock = SIZES)
    void noticesAndTasksAreUsable(Preferences.Theme theme, int width, int height, FxRobot robot) {
        resize(robot, theme, width, height);
        window.awaySince = Instant.parse("2026-11-22T09:48:00Z");
        robot.interact(() -> {
            window.notices.show(Notice.info("Batch of 40 pictures begun."));
            window.notices.show(Notice.success("Batch complete: 40 pictures cleaned in 58 s.")
                    .with("Open the folder", () -> {}));
            window.notices.show(Notice.warning("3 pictures were cleaned by somebody else meanwhile.")
                    .with("Show them", () -> {})
                    .with("Keep mine", () -> {}));
            window.notices.show(Notice.failure(new IllegalStateException("why")));
            window.notices.show(Notice.failure(new UnavailableException("waits for room")));
            for (String title : new String[] {"Fetching the model lama", "Cleaning 40 pictures", "Counting"}) {
                window.tasks.start(BackgroundTask.of(title, this::untilTheEnd));
            }
            window.shell.overlays().close();
        });

        judge(robot, "notices");
    }

    @ParameterizedTest
    @CsvSource(textBlock = SIZES)
    void settingsAreUsable(Preferences.Theme theme, int width, int height, FxRobot robot) {
        resize(robot, theme, width, height);
        robot.interact(window.shell::openSettings);
        robot.interact(() -> {
            robot.lookup("#field-feather").queryTextInputControl().setText("12");
            robot.lookup("#field-public-address").queryTextInputControl().setText("cdn.example.org");
            robot.lookup("#test-url").queryButton().fire();
            robot.lookup("#save").queryButton().fire();
        });

        judge(robot, "settings");
    }

    @ParameterizedTest
    @CsvSource(textBlock = SIZES)
    void theShortcutsAreUsable(Preferences.Theme theme, int width, int height, FxRobot robot) {
        resize(robot, theme, width, height);
        robot.interact(window.shell::showShortcuts);

        judge(robot, "shortcuts");
    }

    @ParameterizedTest
    @CsvSource(textBlock = SIZES)
    void aboutAndAQuestionAreUsable(Preferences.Theme theme, int width, int height, FxRobot robot) {
        resize(robot, theme, width, height);
        robot.interact(window.shell::showAbout);
        judge(robot, "about");

        robot.interact(() -> {
            window.lost = java.util.Optional.of("The mask on this picture is not saved. Quit and lose it?");
            window.shell.quit();
        });

        judge(robot, "question");
    }

    @ParameterizedTest
    @CsvSource({"LIGHT", "DARK"})
    void theChoiceOfModelAndDeviceIsUsable(Preferences.Theme theme, FxRobot robot) {
        resize(robot, theme, 480, 520);
        robot.interact(() -> {
            EngineViewModel model =
                    new EngineViewModel(window, window.preferences, SameThreadTasks.atOnce(), window.notices);
            model.refresh();
            StackPane root = new StackPane(new EnginePane(model));
            Scene scene = new Scene(root, 480, 520);
            window.themes.dress(scene);
            stage.setScene(scene);
        });

        judge(robot, "engine");
    }

    private String untilTheEnd(TaskMonitor monitor) {
        try {
            monitor.progress(2, 5);
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return "";
    }

    private void resize(FxRobot robot, Preferences.Theme theme, int asWide, int asHigh) {
        look = "-" + theme + "-" + asWide;
        width = asWide;
        height = asHigh;
        robot.interact(
                () -> window.preferences.update(all -> all.with(all.look().withTheme(theme))));
    }

    private void judge(FxRobot robot, String name) {
        robot.interact(() -> {});
        robot.interact(() -> {
            // The screen of the tests is smaller than the windows to be judged.
            Parent root = stage.getScene().getRoot();
            root.resize(width, height);
            root.applyCss();
            root.layout();
            String target = System.getProperty("snapshots");
            if (target != null) {
                Snapshots.write(root, 1, Path.of(target).resolve(name + look + ".png"));
            }
            SceneAudit.assertAccessible(root);
        });
    }
}
