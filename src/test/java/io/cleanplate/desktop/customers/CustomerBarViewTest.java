package io.cleanplate.desktop.customers;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import io.cleanplate.desktop.Snapshots;
import io.cleanplate.desktop.queue.FakeQueue;
import io.cleanplate.desktop.queue.HandDelay;
import io.cleanplate.desktop.queue.QueueViewModel;
import io.cleanplate.newsroom.SettingsChange;
import io.cleanplate.task.SameThreadTasks;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The top bar as it is seen, clicked and typed into. */
@ExtendWith(ApplicationExtension.class)
class CustomerBarViewTest {
    private static final Path SEEN = Path.of("target", "snapshots");

    private final SameThreadTasks tasks = SameThreadTasks.atOnce();
    private final FakeCustomers newsroom = new FakeCustomers();
    private final HandDelay typing = new HandDelay();
    private final QueueViewModel queue = new QueueViewModel(tasks, notice -> {}, FakeQueue.pending(40), typing);
    private final BorderPane root = new BorderPane();

    @Start
    void start(Stage stage) {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        queue.start();
        CustomerServices services = new CustomerServices(
                newsroom, newsroom, () -> "Ann", Duration.ofMinutes(5), InstantSource.fixed(FakeCustomers.NOW));
        CustomerBarViewModel bar = new CustomerBarViewModel(tasks, notice -> {}, services, queue);
        bar.start();
        root.setTop(new CustomerBarView(bar));
        stage.setScene(new Scene(root, 1280, 400));
        stage.show();
        stage.toFront();
    }

    @Test
    void aCustomerIsFoundByTyping(FxRobot robot) {
        robot.clickOn(".customer-picker");
        robot.write("coa").type(KeyCode.ENTER);

        assertThat(queue.filters().customerProperty().get()).isEqualTo("coast-tv");
        assertThat(text(robot, "#count-total")).isEqualTo("16");
    }

    @Test
    void theSwitchMovesOnlyAfterAYes(FxRobot robot) {
        choose(robot);
        robot.clickOn("#auto-mark");
        assertThat(text(robot, "#auto-mark-question")).startsWith("12 pending pictures of valley-radio");
        assertThat(newsroom.saved()).isEmpty();

        robot.interact(() -> robot.lookup("#auto-mark-yes").queryButton().fire());

        assertThat(newsroom.saved()).containsExactly(new SettingsChange("valley-radio", true, null, "Ann"));
        assertThat(text(robot, "#auto-mark-who")).isEqualTo("Switched on by Ann, just now");
    }

    @Test
    void escapeMeansNoToTheQuestion(FxRobot robot) {
        choose(robot);
        robot.clickOn("#auto-mark");

        robot.type(KeyCode.ESCAPE);

        assertThat(robot.lookup("#auto-mark-question").tryQuery()).isEmpty();
        assertThat(newsroom.saved()).isEmpty();
    }

    @Test
    void wordsAreSearchedForAndCleared(FxRobot robot) {
        robot.clickOn("#search").write("story 12");
        robot.interact(typing::pass);
        assertThat(queue.rows()).hasSize(1);

        robot.type(KeyCode.ESCAPE);

        assertThat(queue.rows()).hasSize(40);
    }

    @Test
    void rulesAreTickedAndSaved(FxRobot robot) {
        choose(robot);
        robot.clickOn("#auto-mark-rules");
        robot.clickOn("World");
        robot.interact(() -> {});
        robot.clickOn("Save rules");

        assertThat(newsroom.saved()).hasSize(1);
        assertThat(robot.lookup("Save rules").tryQuery()).isEmpty();
    }

    /** To be looked at, light and dark. */
    @Test
    void theBarFitsIntoTheSmallestWindow(FxRobot robot) {
        choose(robot);
        robot.clickOn("#auto-mark");
        snapshot(robot, "question");
        robot.interact(() -> robot.lookup("#auto-mark-yes").queryButton().fire());
        snapshot(robot, "bar");
        robot.clickOn("#auto-mark-rules");
        snapshot(robot, "rules");
        robot.type(KeyCode.ESCAPE).clickOn(".customer-picker");
        snapshot(robot, "picker");

        assertThat(robot.lookup("#search").query().getBoundsInParent().getMaxX())
                .isLessThanOrEqualTo(1280);
        assertThat(robot.lookup("#search").query().getBoundsInParent().getWidth())
                .isGreaterThanOrEqualTo(160);
    }

    private static void choose(FxRobot robot) {
        robot.clickOn(".customer-picker");
        robot.write("valley").type(KeyCode.ENTER);
    }

    private static String text(FxRobot robot, String query) {
        return robot.lookup(query).queryLabeled().getText();
    }

    private void snapshot(FxRobot robot, String name) {
        robot.interact(() -> {
            for (boolean dark : new boolean[] {false, true}) {
                Application.setUserAgentStylesheet(
                        dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
                String file = "customers-" + name + (dark ? "-dark" : "-light");
                Snapshots.write(root, 1, SEEN.resolve(file + ".png"));
                robot.lookup(".customer-popover")
                        .tryQuery()
                        .ifPresent(box -> Snapshots.write(box, 1, SEEN.resolve(file + "-box.png")));
            }
            Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        });
    }
}
