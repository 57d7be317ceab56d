package io.cleanplate.desktop.queue;

import static io.cleanplate.desktop.queue.FakeQueue.in;
import static io.cleanplate.desktop.queue.FakeQueue.picture;
import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import io.cleanplate.desktop.Snapshots;
import io.cleanplate.error.UnavailableException;
import io.cleanplate.imaging.Pixels;
import io.cleanplate.newsroom.NewsImage;
import io.cleanplate.newsroom.PictureState;
import io.cleanplate.newsroom.StateCounts;
import io.cleanplate.task.SameThreadTasks;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The queue as it is seen and clicked. */
@ExtendWith(ApplicationExtension.class)
class QueueViewTest {
    private static final Path SEEN = Path.of("target", "snapshots");

    private final FakeQueue newsroom = FakeQueue.pending(2000);
    private final SameThreadTasks tasks = SameThreadTasks.atOnce();
    private final QueueViewModel queue = new QueueViewModel(tasks, notice -> {}, newsroom, new HandDelay());
    private final StackPane root = new StackPane();

    @Start
    void start(Stage stage) {
        ThumbnailLoader thumbnails = new ThumbnailLoader(tasks, (picture, monitor) -> pixels(picture));
        InstantSource clock = InstantSource.fixed(FakeQueue.BEGIN.plus(Duration.ofHours(30)));
        QueueView view = new QueueView(queue, thumbnails, clock);
        queue.start();
        root.getChildren().setAll(view);
        Scene scene = new Scene(root, 308, 640);
        scene.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        stage.setScene(scene);
        stage.show();
        stage.toFront();
    }

    @Test
    void aClickSelectsAPicture(FxRobot robot) {
        robot.clickOn("Story 3");

        assertThat(queue.selectedProperty().get()).isEqualTo(picture(3));
    }

    @Test
    void arrowKeysMoveThroughTheListAndItFollows(FxRobot robot) {
        robot.clickOn("Story 0");
        for (int i = 0; i < 12; i++) {
            robot.type(KeyCode.DOWN);
        }

        assertThat(queue.selectedProperty().get()).isEqualTo(picture(12));
        assertThat(titles(robot)).contains("Story 12").doesNotContain("Story 0");
    }

    @Test
    void theNextPictureComesIntoView(FxRobot robot) {
        robot.interact(() -> queue.selectRow(50));
        robot.interact(queue::selectNext);

        assertThat(titles(robot)).contains("Story 51");
    }

    @Test
    void aStateIsChosenByItsButton(FxRobot robot) {
        newsroom.put(in(PictureState.SKIPPED, picture(7)));

        robot.clickOn("#show-skipped");

        assertThat(titles(robot)).containsExactly("Story 7");
    }

    @Test
    void scrollingToTheEndReadsOnAndBackAgain(FxRobot robot) {
        for (int i = 0; i < 30; i++) {
            robot.interact(() -> list(robot).scrollTo(queue.rows().size() - 1));
        }
        assertThat(titles(robot)).contains("Story 1999");

        robot.interact(() -> list(robot).scrollTo(0));

        assertThat(titles(robot)).contains("Story 0");
    }

    @Test
    void whatGoesAboveTheViewDoesNotMoveIt(FxRobot robot) {
        robot.interact(() -> queue.selectRow(3));
        robot.interact(() -> list(robot).scrollTo(40));
        Set<String> before = titles(robot);

        robot.interact(() -> {
            for (int gone = 10; gone < 20; gone++) {
                newsroom.put(in(PictureState.CLEANED, picture(gone)));
                queue.pictureChanged(in(PictureState.CLEANED, picture(gone)));
            }
        });

        assertThat(titles(robot)).isEqualTo(before);
        assertThat(queue.selectedProperty().get()).isEqualTo(picture(3));
    }

    @Test
    void theSelectedPictureStaysSelectedWhenItsRowGoes(FxRobot robot) {
        robot.clickOn("Story 2");

        robot.interact(() -> queue.pictureChanged(in(PictureState.CLEANED, picture(2))));

        assertThat(queue.selectedProperty().get()).isEqualTo(picture(2));
        assertThat(list(robot).getSelectionModel().getSelectedIndex()).isEqualTo(-1);
    }

    @Test
    void everyRowIsReadAloud(FxRobot robot) {
        assertThat(cells(robot).stream().map(Node::getAccessibleText).filter(Objects::nonNull))
                .contains("Story 0, Meridian, pending, 1 day ago");
    }

    /** To be looked at, light and dark. */
    @Test
    void everyStateHasItsLook(FxRobot robot) {
        robot.interact(() -> {
            LookedAt.fill(newsroom, queue);
            queue.countsProperty()
                    .set(new StateCounts("", Map.of(PictureState.PENDING, 1998L, PictureState.CLEANED, 123_456L)));
            queue.filters().stateProperty().set(null);
            queue.selectRow(1);
        });
        snapshot(robot, "list");
        robot.interact(() -> {
            newsroom.away(true);
            queue.refresh();
        });
        snapshot(robot, "trouble");
        robot.interact(() -> queue.filters().customerProperty().set("valley-radio"));
        snapshot(robot, "failed");
        robot.interact(() -> {
            newsroom.away(false);
            newsroom.remove(240);
            queue.filters().stateProperty().set(PictureState.WITHDRAWN);
        });
        snapshot(robot, "empty");

        assertThat(robot.lookup(".message .text").queryLabeled().getText())
                .isEqualTo("There are no withdrawn pictures of valley-radio.");
    }

    private void snapshot(FxRobot robot, String name) {
        robot.interact(() -> {
            root.getScene().setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
            Snapshots.write(root, 2, SEEN.resolve("queue-" + name + "-light.png"));
            root.getScene().setUserAgentStylesheet(new PrimerDark().getUserAgentStylesheet());
            Snapshots.write(root, 2, SEEN.resolve("queue-" + name + "-dark.png"));
        });
    }

    @SuppressWarnings("unchecked")
    private static ListView<QueueRow> list(FxRobot robot) {
        return robot.lookup(".queue-list").queryAs(ListView.class);
    }

    private static Set<QueueCell> cells(FxRobot robot) {
        return robot.lookup(".queue-cell").<QueueCell>queryAll().stream()
                .filter(ListCell::isVisible)
                .filter(cell -> !cell.isEmpty())
                .collect(Collectors.toSet());
    }

    private static Set<String> titles(FxRobot robot) {
        return robot.lookup(".queue-cell .title").queryAll().stream()
                .filter(QueueViewTest::seen)
                .map(title -> ((javafx.scene.control.Label) title).getText())
                .collect(Collectors.toSet());
    }

    private static boolean seen(Node node) {
        Node list = node;
        while (!(list instanceof ListView)) {
            list = list.getParent();
        }
        return node.localToScene(node.getLayoutBounds()).intersects(list.localToScene(list.getLayoutBounds()));
    }

    private static Pixels pixels(NewsImage picture) {
        if (picture.story().title().contains("broken")) {
            throw new UnavailableException("The server of the picture does not answer.");
        }
        byte[] color = new byte[120 * 90 * 3];
        int hue = picture.hashCode();
        for (int i = 0; i < color.length; i++) {
            color[i] = (byte) (60 + i / 360 + (hue >> (8 * (i % 3)) & 0x7F) * ((i / 3) % 120) / 120);
        }
        return new Pixels(120, 90, 3, 8, color, null);
    }
}
