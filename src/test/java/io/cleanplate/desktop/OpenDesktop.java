package io.cleanplate.desktop;

import io.cleanplate.app.Application;
import io.cleanplate.app.Choices;
import io.cleanplate.app.Workstation;
import io.cleanplate.config.Preferences;
import io.cleanplate.config.PreferencesFile;
import io.cleanplate.config.ServerSettings;
import io.cleanplate.desktop.editor.canvas.PictureCanvas;
import io.cleanplate.newsroom.NewsImage;
import io.cleanplate.newsroom.PictureState;
import io.cleanplate.newsroom.QueueFilter;
import io.cleanplate.newsroom.QueueQuery;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** The program's own window on a workstation in a folder, and what a person sees of it. For the thread of the test. */
final class OpenDesktop implements AutoCloseable {
    /** Libraries are unpacked once for all tests. */
    private static final Path NATIVES =
            Path.of(System.getProperty("ENGINE_CACHE_DIR")).toAbsolutePath();

    private static final int PATIENCE_SECONDS = 30;

    private final FxRobot robot;
    private final Stage stage;
    private final Path data;
    private final Workstation station;
    private final DesktopWindow window;

    /**
     * What it is started with.
     *
     * @param environment variables beside those of a quiet machine
     * @param files pictures to open beside the newsroom's
     */
    record Given(Map<String, String> environment, List<Path> files, Preferences.Theme theme) {}

    /**
     * Starts all of it.
     *
     * @param data where everything is kept
     */
    OpenDesktop(FxRobot robot, Stage stage, Path data, Given given) throws IOException {
        this.robot = robot;
        this.stage = stage;
        this.data = data;
        Files.createDirectories(data);
        Files.createDirectories(NATIVES);
        if (!Files.exists(data.resolve("natives"))) {
            Files.createSymbolicLink(data.resolve("natives"), NATIVES);
        }
        Map<String, String> environment = new HashMap<>(given.environment());
        environment.put("CLEANPLATE_DATA_DIR", data.toString());
        environment.put("CLEANPLATE_DEVICE", "cpu");
        Choices choices = Choices.read(environment, "Linux", data);
        ServerSettings server = choices.server().at("127.0.0.1", 0);
        station = new Application(choices, Clock.systemUTC()).startWorkstation(server, "test");
        Preferences known = Preferences.NONE
                .with(new Preferences.Work("Ada", null, null, null, null, null, null, null))
                .with(Preferences.Look.NONE.withTheme(given.theme()))
                .with(new Preferences.Session(
                        null, null, new Preferences.WindowBounds(0, 0, 1000, 800, false), null, true));
        Start start = new Start(
                station,
                given.files(),
                environment,
                new PreferencesFile(data.resolve("preferences.json")),
                new PreferencesFile.Loaded(known, List.of()));
        window = WaitForAsyncUtils.waitForAsyncFx(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS), () -> {
            DesktopWindow made = new DesktopWindow(stage, start, () -> {});
            made.open();
            stage.toFront();
            return made;
        });
    }

    /** Waits until something is so; fails with what the window shows when it does not become so. */
    void until(String what, BooleanSupplier so) {
        try {
            WaitForAsyncUtils.waitFor(
                    PATIENCE_SECONDS,
                    TimeUnit.SECONDS,
                    () -> WaitForAsyncUtils.asyncFx(so::getAsBoolean).get());
        } catch (TimeoutException e) {
            throw new AssertionError(
                    "It did not come to this: " + what + ". The window says: "
                            + WaitForAsyncUtils.waitForAsyncFx(5000, this::words),
                    e);
        }
    }

    /** Waits until the picture of a story or file is open. */
    void untilOpen(String name) {
        until("'" + name + "' is open", () -> title().equals(name));
    }

    /** Waits until the window says something. */
    void untilSaid(String part) {
        until("it says '" + part + "'", () -> words().stream().anyMatch(words -> words.contains(part)));
    }

    /** Paints a stroke over the middle of the picture. */
    void paint() {
        robot.moveTo(canvas())
                .press(MouseButton.PRIMARY)
                .moveBy(60, 0)
                .moveBy(0, 12)
                .release(MouseButton.PRIMARY);
    }

    /** Presses a button by its words, or by its accessible text, as the keyboard or a screen reader would. */
    void press(String words) {
        until("there is a button '" + words + "'", () -> button(words) != null);
        robot.interact(() -> {
            ButtonBase button = button(words);
            if (button == null) {
                throw new AssertionError("no button " + words);
            }
            button.fire();
        });
    }

    private @Nullable ButtonBase button(String words) {
        return robot.lookup((Node node) -> node instanceof ButtonBase button
                        && shown(node)
                        && !button.isDisabled()
                        && (words.equals(button.getText()) || words.equals(button.getAccessibleText())))
                .<ButtonBase>tryQuery()
                .orElse(null);
    }

    PictureCanvas canvas() {
        return robot.lookup(".picture-canvas").query();
    }

    private String title() {
        return robot.lookup(".hand-over-bar .text-bold")
                .<Labeled>tryQuery()
                .map(Labeled::getText)
                .orElse("");
    }

    /** All words that can be read now, over all windows. */
    private List<String> words() {
        return Window.getWindows().stream()
                .filter(Window::isShowing)
                .flatMap(each -> each.getScene().getRoot().lookupAll("*").stream())
                .filter(node -> node instanceof Labeled && shown(node))
                .map(node -> String.valueOf(((Labeled) node).getText()))
                .filter(text -> !text.isBlank() && !text.equals("null"))
                .toList();
    }

    private static boolean shown(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    Workstation station() {
        return station;
    }

    /** What is pending, in the queue's order. */
    List<NewsImage> pending(@Nullable String customer) {
        QueueFilter filter = new QueueFilter(customer, null, null, null, PictureState.PENDING);
        return station.newsroom().page(new QueueQuery(filter, null, 100)).pictures();
    }

    /** The picture as the newsroom has it now. */
    NewsImage now(NewsImage image) {
        return station.newsroom().find(image.ref().customer(), image.ref().id()).orElseThrow();
    }

    /** Ends the program as its window does when it is closed. */
    @Override
    public void close() {
        robot.interact(window::quit);
        robot.interact(stage::hide);
        window.keep();
        station.close();
        try {
            Files.delete(data.resolve("natives"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
