package io.cleanplate.benchmark;

import static io.cleanplate.benchmark.EditSteps.onWindow;

import io.cleanplate.app.Application;
import io.cleanplate.app.Choices;
import io.cleanplate.app.Workstation;
import io.cleanplate.cleaning.edit.EditedPicture;
import io.cleanplate.cleaning.edit.Stroke;
import io.cleanplate.cleaning.edit.StrokeKind;
import io.cleanplate.config.CleaningSettings;
import io.cleanplate.config.ServerSettings;
import io.cleanplate.config.Settings;
import io.cleanplate.desktop.common.DesktopTasks;
import io.cleanplate.desktop.editor.Background;
import io.cleanplate.desktop.editor.EditorSettings;
import io.cleanplate.desktop.editor.EditorState;
import io.cleanplate.desktop.editor.EditorViewModel;
import io.cleanplate.desktop.editor.canvas.PictureCanvas;
import io.cleanplate.desktop.queue.ListState;
import io.cleanplate.desktop.queue.PauseDelay;
import io.cleanplate.desktop.queue.QueueViewModel;
import io.cleanplate.desktop.workspace.Desk;
import io.cleanplate.desktop.workspace.HandOverViewModel;
import io.cleanplate.desktop.workspace.WorkspaceViewModel;
import io.cleanplate.fetch.AllowedHosts;
import io.cleanplate.imaging.Rect;
import io.cleanplate.mask.MaskReader;
import io.cleanplate.mask.PaintMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.stage.Stage;

/** From the key that saves a 24 MP picture and marks it to the first sight of the next, while the saving goes on. */
final class NextPicture {
    private static final int ROUNDS = 11;
    private static final Rect MARK = new Rect(4800, 3500, 5800, 3900);

    private final Workstation station;
    private long painted;

    /** Opens a demo newsroom in a folder and makes its pictures all this one. */
    NextPicture(Path folder, byte[] jpeg) throws IOException {
        Map<String, String> environment = Map.of(
                "CLEANPLATE_DATA_DIR", folder.toString(), "CLEANPLATE_DEVICE", "cpu", "ENABLE_AUTO_MARK_JOB", "false");
        Settings settings = Settings.read(environment, "Linux", folder);
        ServerSettings server = ServerSettings.read(environment).at("127.0.0.1", 0);
        Application application = new Application(
                new Choices(settings, server, CleaningSettings.NONE, AllowedHosts.NONE), Clock.systemUTC());
        application.resetDemo();
        station = application.startWorkstation(server, "benchmark");
        Path pictures = folder.resolve("newsroom").resolve("pictures");
        try (Stream<Path> files = Files.walk(pictures)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.write(file, jpeg);
            }
        }
    }

    /** The milliseconds of each. */
    double[] run() throws InterruptedException {
        double[] millis = new double[ROUNDS];
        try (station;
                DesktopTasks tasks = new DesktopTasks(notice -> {})) {
            WatchedTasks watched = new WatchedTasks(tasks);
            Window opened = onWindow(() -> new Window(watched));
            until(() -> opened.queue.stateProperty().get().kind() == ListState.Kind.READY);
            onWindow(() -> {
                opened.queue.selectNext();
                return true;
            });
            for (int round = 0; round < ROUNDS; round++) {
                until(() -> opened.editor.stateProperty().get() instanceof EditorState.Open);
                until(watched::idle);
                // What comes next is brought beforehand, and an editor looks at a picture for seconds.
                Thread.sleep(3000);
                millis[round] = saveAndGoOn(opened);
            }
            until(watched::idle);
            onWindow(() -> {
                opened.stage.close();
                return true;
            });
        }
        return millis;
    }

    private double saveAndGoOn(Window opened) throws InterruptedException {
        onWindow(() -> {
            EditedPicture picture = opened.editor.picture().get().orElseThrow();
            Stroke stroke = picture.begin(StrokeKind.MASK);
            stroke.rectangle(MARK, PaintMode.ADD);
            stroke.commit();
            byte[] grey = new byte[(int) MARK.area() * 3];
            return picture.removed(
                    picture.removal("see-through").done(picture.shown().withPatch(MARK, grey)));
        });
        Thread.sleep(500);
        painted = 0;
        long pressed = onWindow(() -> {
            long start = System.nanoTime();
            opened.handOver.saveAndMark();
            opened.waiting = true;
            return start;
        });
        until(() -> painted != 0);
        return (painted - pressed) / 1e6;
    }

    private static void until(BooleanSupplier condition) throws InterruptedException {
        while (!onWindow(condition::getAsBoolean)) {
            Thread.sleep(10);
        }
    }

    /** The parts of the window that a picture goes through. Belongs to the JavaFX thread. */
    private final class Window {
        private final Stage stage = new Stage();
        private final QueueViewModel queue;
        private final EditorViewModel editor;
        private final HandOverViewModel handOver;
        private boolean waiting;

        Window(WatchedTasks tasks) {
            Desk desk = new Desk(
                    station.cleaning().loader(),
                    station.cleaning().desk(),
                    station.cleaning().outbox(),
                    station.newsroom(),
                    station.cleaning().work(),
                    station.cleaning().files(),
                    station.marks().proposals(),
                    () -> "benchmark");
            queue = new QueueViewModel(tasks, notice -> {}, station.newsroom(), new PauseDelay());
            editor = new EditorViewModel(
                    new Background(tasks, notice -> {}),
                    station.engines(),
                    new MaskReader(station.cleaning().reader()),
                    EditorSettings.DEFAULT);
            WorkspaceViewModel workspace = new WorkspaceViewModel(tasks, notice -> {}, desk, queue, editor);
            handOver = new HandOverViewModel(tasks, notice -> {}, desk, queue, editor, workspace);
            PictureCanvas canvas = new PictureCanvas(tasks);
            canvas.pictureProperty().bind(editor.picture().pictureProperty());
            Scene scene = new Scene(canvas, 1200, 800);
            scene.addPostLayoutPulseListener(() -> {
                if (waiting && editor.stateProperty().get() instanceof EditorState.Open) {
                    waiting = false;
                    painted = System.nanoTime();
                }
            });
            stage.setScene(scene);
            stage.show();
            queue.start();
        }
    }
}
