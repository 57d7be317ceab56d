package io.cleanplate.desktop.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import io.cleanplate.desktop.SceneAudit;
import io.cleanplate.desktop.Snapshots;
import io.cleanplate.desktop.common.Action;
import io.cleanplate.desktop.common.KeyBindings;
import io.cleanplate.desktop.editor.canvas.PictureCanvas;
import io.cleanplate.desktop.queue.FakeQueue;
import io.cleanplate.desktop.workspace.WorkspaceFixture;
import io.cleanplate.newsroom.PictureState;
import io.cleanplate.watermark.Placement;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Known marks as they are seen, and steered by keys over the picture. */
@ExtendWith(ApplicationExtension.class)
class ProposalBarTest {
    private static final Path SEEN = Path.of("target", "snapshots");
    /** What a window of 1280 leaves beside the queue. */
    private static final int WIDTH = 985;

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init") // set by start
    private WorkspaceFixture desk;

    @SuppressWarnings("NullAway.Init") // set by start
    private ProposalBar bar;

    private final BorderPane root = new BorderPane();
    private final List<String> others = new ArrayList<>();

    @Start
    void start(Stage stage) {
        light();
        desk = new WorkspaceFixture(folder, FakeQueue.pending(3));
        desk.proposals.knows = true;
        PictureCanvas canvas = new PictureCanvas(desk.tasks);
        canvas.pictureProperty().bind(desk.editor.picture().pictureProperty());
        ProposalActions actions = new ProposalActions(desk.knownMarks);
        bar = new ProposalBar(desk.knownMarks, actions);
        root.setCenter(canvas);
        root.setBottom(bar);
        Scene scene = new Scene(root, WIDTH, 300);
        scene.getStylesheets()
                .add(Objects.requireNonNull(ProposalBar.class.getResource("/io/cleanplate/desktop/base.css"))
                        .toExternalForm());
        List<Action> keys = new ArrayList<>(actions.listed());
        keys.addAll(actions.aliases());
        keys.add(Action.of("View", "Actual size", () -> others.add("actual size"))
                .key("1"));
        KeyBindings.install(scene, keys);
        stage.setScene(scene);
        stage.show();
        stage.toFront();
        canvas.requestFocus();
        desk.open(0);
    }

    private static void light() {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    }

    @AfterEach
    void lightAgain(FxRobot robot) {
        robot.interact(ProposalBarTest::light);
    }

    @Test
    void spaceAcceptsAndTheNextPictureIsThere(FxRobot robot) {
        type(robot, KeyCode.SPACE);
        assertThat(desk.state(0)).isEqualTo(PictureState.CLEANED);
        assertThat(desk.opened()).isOne();

        type(robot, KeyCode.SPACE);

        assertThat(desk.opened()).isEqualTo(2);
    }

    @Test
    void spaceWithADragMovesThePictureAndAcceptsNothing(FxRobot robot) {
        robot.moveTo(root.getCenter());

        robot.press(KeyCode.SPACE)
                .press(MouseButton.PRIMARY)
                .moveBy(20, 0)
                .release(MouseButton.PRIMARY)
                .release(KeyCode.SPACE);
        robot.interact(desk.tasks::runAll);

        assertThat(desk.state(0)).isEqualTo(PictureState.PENDING);
        assertThat(desk.opened()).isZero();
        assertThat(desk.edited().mask().isEmpty()).isTrue();
    }

    @Test
    void theDigitsChooseAndTheToggleFollows(FxRobot robot) {
        type(robot, KeyCode.DIGIT2);
        assertThat(desk.shown()).isEqualTo(9);
        assertThat(selected(robot)).containsExactly("2 See-through");

        type(robot, KeyCode.DIGIT1);

        assertThat(desk.shown()).isEqualTo(50);
        assertThat(selected(robot)).containsExactly("1 Inverted");
        assertThat(others).isEmpty();
    }

    @Test
    void withoutAProposalADigitMeansWhatItMeansElsewhere(FxRobot robot) {
        robot.interact(() -> {
            desk.proposals.finds = false;
            desk.open(1);
        });

        type(robot, KeyCode.DIGIT1);

        assertThat(others).containsExactly("actual size");
    }

    @Test
    void arrowsAndSignsPlaceTheMark(FxRobot robot) {
        type(robot, KeyCode.RIGHT);
        type(robot, KeyCode.DOWN);
        robot.write("++-+=");
        robot.interact(desk.tasks::runAll);

        assertThat(desk.proposals.placed.getLast()).isEqualTo(new Placement(0.25, 0.25, 1.06));
    }

    @Test
    void anArrowWithShiftIsLeftToThePicture(FxRobot robot) {
        robot.press(KeyCode.SHIFT).type(KeyCode.RIGHT).release(KeyCode.SHIFT);
        robot.interact(desk.tasks::runAll);

        assertThat(desk.proposals.placed).isEmpty();
    }

    @Test
    void aToggleThatIsClickedStaysInStep(FxRobot robot) {
        robot.clickOn("1 Inverted");
        robot.interact(desk.tasks::runAll);

        assertThat(selected(robot)).containsExactly("1 Inverted");
    }

    @Test
    void inEveryStateItKeepsItsHeightAndFitsBesideTheQueue(FxRobot robot) {
        robot.interact(() -> {
            look("sure");
            double height = bar.getHeight();
            desk.knownMarks.move(0.25, 0);
            desk.knownMarks.strengthen(0.04);
            desk.tasks.runAll();
            look("moved");
            desk.knownMarks.choose(Alternative.SEE_THROUGH);
            desk.tasks.runAll();
            look("see-through");
            desk.proposals.confidence = 0.61;
            desk.open(1);
            look("unsure");
            desk.proposals.knows = false;
            desk.knownMarks.offerSearch((customer, source) -> {});
            desk.open(2);
            look("unknown");
            assertThat(bar.getHeight()).isEqualTo(height);
        });
    }

    private void look(String state) {
        for (String look : List.of("light", "dark")) {
            Application.setUserAgentStylesheet(
                    look.equals("light")
                            ? new PrimerLight().getUserAgentStylesheet()
                            : new PrimerDark().getUserAgentStylesheet());
            SceneAudit.assertAccessible(root);
            Snapshots.write(bar, 1, SEEN.resolve("proposal-" + state + "-" + look + ".png"));
        }
    }

    private void type(FxRobot robot, KeyCode key) {
        robot.type(key);
        robot.interact(desk.tasks::runAll);
    }

    private static List<String> selected(FxRobot robot) {
        return robot.lookup(".toggle-button").queryAllAs(ToggleButton.class).stream()
                .filter(ToggleButton::isSelected)
                .map(ToggleButton::getText)
                .toList();
    }
}
