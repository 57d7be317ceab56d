package io.cleanplate.desktop.profiles;

import static io.cleanplate.desktop.profiles.MarksFixture.CUSTOMER;

import io.cleanplate.cleaning.proposal.MarkSearch.Outcome;
import io.cleanplate.config.Preferences;
import io.cleanplate.desktop.SceneAudit;
import io.cleanplate.desktop.Snapshots;
import io.cleanplate.desktop.shell.Overlays;
import io.cleanplate.desktop.theme.ThemeManager;
import io.cleanplate.error.UnavailableException;
import io.cleanplate.task.SameThreadTasks;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/**
 * All that the windows for known marks show can be read, reached and named, light and dark, in the smallest window and a
 * usual one. With {@code -Dsnapshots=FOLDER} it writes pictures of it all.
 */
@ExtendWith(ApplicationExtension.class)
class ProfileLooksTest {
    private static final String SIZES = """
            LIGHT, 1280, 720
            DARK,  1280, 720
            LIGHT, 1024, 640
            """;

    private final MarksFixture newsroom = new MarksFixture(SameThreadTasks.waiting());
    private final KnownMarks known = new KnownMarks(newsroom);

    @SuppressWarnings("NullAway.Init") // set by start
    private Stage stage;

    @SuppressWarnings("NullAway.Init") // set by start
    private ThemeManager themes;

    private String look = "";
    private int width;
    private int height;

    @Start
    void start(Stage shown) {
        stage = shown;
        Overlays overlays = new Overlays();
        themes = ThemeManager.ofApplication();
        Scene scene = new Scene(new StackPane(new Label("Picture"), overlays), 1024, 640);
        themes.dress(scene);
        new ProfileWindows(overlays, newsroom.search, newsroom.profiles, newsroom.services);
        shown.setScene(scene);
        shown.show();
    }

    @ParameterizedTest
    @CsvSource(textBlock = SIZES)
    void theSearchIsUsable(Preferences.Theme theme, int wide, int high, FxRobot robot) {
        resize(robot, theme, wide, high);
        robot.interact(() -> {
            newsroom.search.find(CUSTOMER, "Northlight");
        });
        judge(robot, "search-begins");

        newsroom.finder.finds(
                new Outcome(List.of(), "Only 2 pending pictures of Northlight are there; 3 are the least."));
        robot.interact(newsroom.tasks::runAll);
        judge(robot, "search-nothing");

        newsroom.finder.failsAfter(0, new UnavailableException("The newsroom at db.example.org/news does not answer."));
        search(robot);
        judge(robot, "search-failed");
    }

    @ParameterizedTest
    @CsvSource(textBlock = SIZES)
    void whatWasFoundIsUsable(Preferences.Theme theme, int wide, int high, FxRobot robot) {
        resize(robot, theme, wide, high);
        newsroom.finder.finds(known.one(null));
        search(robot);
        judge(robot, "found-one");

        newsroom.finder.failsAfter(0, new UnavailableException("The newsroom at db.example.org/news does not answer."));
        robot.interact(() -> {
            newsroom.search.keep();
            newsroom.tasks.runAll();
        });
        judge(robot, "found-not-kept");

        newsroom.finder.mended();
        newsroom.finder.finds(known.two());
        search(robot);
        judge(robot, "found-two");
    }

    @ParameterizedTest
    @CsvSource(textBlock = SIZES)
    void knownMarksAreUsable(Preferences.Theme theme, int wide, int high, FxRobot robot) {
        resize(robot, theme, wide, high);
        known.keep();
        robot.interact(this::show);
        judge(robot, "known-off");

        robot.interact(() -> choose(2));
        judge(robot, "known-trouble");

        robot.interact(() -> choose(3));
        judge(robot, "known-versions");

        robot.interact(newsroom.profiles::askDelete);
        judge(robot, "known-delete");

        robot.interact(() -> {
            newsroom.profiles
                    .questionProperty()
                    .get()
                    .choices()
                    .getFirst()
                    .run()
                    .run();
            newsroom.tasks.runAll();
        });
        judge(robot, "known-deleted");

        robot.interact(() ->
                newsroom.profiles.askMerge(newsroom.profiles.marks().profiles().getFirst()));
        judge(robot, "known-merge");

        robot.interact(() -> robot.lookup("#rename-mark").queryButton().fire());
        judge(robot, "known-rename");
    }

    @ParameterizedTest
    @CsvSource(textBlock = SIZES)
    void noMarksAreUsable(Preferences.Theme theme, int wide, int high, FxRobot robot) {
        resize(robot, theme, wide, high);
        robot.interact(this::show);
        judge(robot, "known-none");

        newsroom.away = true;
        robot.interact(this::show);
        judge(robot, "known-away");
    }

    private void show() {
        newsroom.profiles.show(CUSTOMER);
        newsroom.tasks.runAll();
    }

    private void choose(int row) {
        newsroom.profiles.marks().choose(newsroom.profiles.marks().profiles().get(row));
        newsroom.tasks.runAll();
    }

    private void search(FxRobot robot) {
        robot.interact(newsroom.search::dismiss);
        robot.interact(() -> {
            newsroom.search.find(CUSTOMER, "Northlight");
            newsroom.tasks.runAll();
        });
    }

    private void resize(FxRobot robot, Preferences.Theme theme, int wide, int high) {
        look = "-" + theme + "-" + wide;
        width = wide;
        height = high;
        robot.interact(() -> themes.choose(theme));
    }

    private void judge(FxRobot robot, String name) {
        robot.interact(() -> {});
        robot.interact(() -> {
            Parent root = stage.getScene().getRoot();
            // Twice: words that wrap know their height only once they know their width.
            for (int pass = 0; pass < 2; pass++) {
                root.resize(width, height);
                root.applyCss();
                root.layout();
            }
            String target = System.getProperty("snapshots");
            if (target != null) {
                Snapshots.write(root, 1, Path.of(target).resolve(name + look + ".png"));
            }
            SceneAudit.assertAccessible(root);
        });
    }
}
