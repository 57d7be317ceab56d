package io.cleanplate.desktop;

import io.cleanplate.app.Application;
import io.cleanplate.app.Choices;
import io.cleanplate.app.Workstation;
import io.cleanplate.config.Preferences;
import io.cleanplate.config.PreferencesFile;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * The program's window on a demo newsroom of its own, worked as a person would. For one thread, which is not JavaFX's; what
 * is asked for may take {@link #PATIENCE} to come.
 */
final class DrivenWindow implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final javafx.util.Duration LOOK_EVERY = javafx.util.Duration.millis(100);
    /** So many looks have to be the same until nothing moves any more; a picture is shown as late as 200 ms. */
    private static final int STILL = 5;

    private final Workstation station;
    private final Stage stage;
    private final DesktopWindow window;

    /**
     * Opens it.
     *
     * @param folder for all that the program keeps; new
     * @param clock what time it is
     * @param environment variables beside the data folder
     * @param files pictures to open
     */
    DrivenWindow(Path folder, Clock clock, Preferences preferences, Map<String, String> environment, List<Path> files) {
        Map<String, String> variables = new HashMap<>(environment);
        variables.put("CLEANPLATE_DATA_DIR", folder.resolve("data").toString());
        Application application = new Application(Choices.read(preferences.under(variables), "Linux", folder), clock);
        station = application.startWorkstation(application.serverSettings().at("127.0.0.1", 0), "0.1.0");
        PreferencesFile file = new PreferencesFile(folder.resolve("preferences.json"));
        Start start = new Start(station, files, variables, file, new PreferencesFile.Loaded(preferences, List.of()));
        stage = ask(Stage::new);
        window = ask(() -> new DesktopWindow(stage, start, () -> {}));
        tell(window::open);
    }

    /** What it works with. */
    Workstation station() {
        return station;
    }

    /** Gives it this size. */
    void resize(double width, double height) {
        tell(() -> {
            stage.setWidth(width);
            stage.setHeight(height);
        });
    }

    /** Presses and releases a key where the focus is. */
    void key(KeyCode code) {
        key(code, false);
    }

    /** Presses and releases a key with Ctrl held down. */
    void shortcut(KeyCode code) {
        key(code, true);
    }

    private void key(KeyCode code, boolean control) {
        tell(() -> {
            fire(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false));
            fire(new KeyEvent(KeyEvent.KEY_RELEASED, "", "", code, false, control, false, false));
        });
    }

    /** Types a character where the focus is. */
    void type(String character) {
        tell(() -> fire(
                new KeyEvent(KeyEvent.KEY_TYPED, character, character, KeyCode.UNDEFINED, false, false, false, false)));
    }

    private void fire(Event event) {
        List<Window> popups = Snapshots.popups(stage);
        Scene scene = (popups.isEmpty() ? stage : popups.getLast()).getScene();
        Node owner = scene.getFocusOwner();
        Event.fireEvent(owner == null ? scene.getRoot() : owner, event);
    }

    /** Closes what hangs over the window. */
    void closePopups() {
        tell(() -> Snapshots.popups(stage).forEach(Window::hide));
    }

    /** Presses the button with this id or style class, once it is there and can be pressed. */
    void press(String selector) {
        until(selector, () -> find(selector) instanceof ButtonBase button && !button.isDisabled());
        tell(() -> ((ButtonBase) Objects.requireNonNull(find(selector))).fire());
    }

    /** Draws with the mouse along points of a control, each given as shares of its width and height. */
    void draw(String selector, Point2D... points) {
        tell(() -> {
            Node node = Objects.requireNonNull(find(selector), selector);
            mouse(node, MouseEvent.MOUSE_PRESSED, points[0]);
            for (Point2D point : points) {
                mouse(node, MouseEvent.MOUSE_DRAGGED, point);
            }
            mouse(node, MouseEvent.MOUSE_RELEASED, points[points.length - 1]);
            mouse(node, MouseEvent.MOUSE_EXITED, points[points.length - 1]);
        });
    }

    private static void mouse(Node node, EventType<MouseEvent> type, Point2D share) {
        double x = share.getX() * node.getLayoutBounds().getWidth();
        double y = share.getY() * node.getLayoutBounds().getHeight();
        boolean down = type == MouseEvent.MOUSE_PRESSED || type == MouseEvent.MOUSE_DRAGGED;
        MouseButton button = MouseButton.PRIMARY;
        Point2D at = node.localToScreen(x, y);
        Point2D inScene = node.localToScene(x, y);
        Event.fireEvent(
                node,
                new MouseEvent(
                        type,
                        inScene.getX(),
                        inScene.getY(),
                        at.getX(),
                        at.getY(),
                        button,
                        1,
                        false,
                        false,
                        false,
                        false,
                        down,
                        false,
                        false,
                        false,
                        false,
                        true,
                        null));
    }

    /** Waits until the picture of this name is open. */
    void untilOpen(String name) {
        until(name, () -> open(name));
    }

    /** Whether the picture of this name is open. */
    boolean isOpen(String name) {
        return ask(() -> open(name));
    }

    private boolean open(String name) {
        return find(".hand-over-bar .text-bold") instanceof Labeled title && name.equals(title.getText());
    }

    /** Waits until something is shown. */
    void untilShown(String selector) {
        until(selector, () -> find(selector) != null);
    }

    /** Waits until words are shown. */
    void untilSaid(String words) {
        until(
                words,
                () -> stage.getScene().getRoot().lookupAll(".text").stream()
                        .anyMatch(node ->
                                node instanceof Text text && text.getText().contains(words)));
    }

    /** Does something to what is shown. */
    void with(String selector, Consumer<Node> deed) {
        untilShown(selector);
        tell(() -> deed.accept(Objects.requireNonNull(find(selector))));
    }

    private @Nullable Node find(String selector) {
        Node found = stage.getScene().getRoot().lookup(selector);
        return found != null && found.isVisible() ? found : null;
    }

    /** Waits until nothing moves. */
    void untilStill() {
        int[] still = {0};
        int[] before = {0};
        until("a still picture", () -> {
            int now = Snapshots.fingerprint(stage);
            still[0] = now == before[0] ? still[0] + 1 : 0;
            before[0] = now;
            return still[0] == STILL;
        });
    }

    /** Writes what it shows, with what hangs over it, as soon as that stands still. */
    void shoot(Path file, double scale) {
        untilStill();
        tell(() -> Snapshots.write(stage, scale, file));
    }

    private static void tell(Runnable deed) {
        ask(() -> {
            deed.run();
            return true;
        });
    }

    private static <T> T ask(Supplier<T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                answer.complete(question.get());
            } catch (RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        return await("an answer", answer);
    }

    private static void until(String what, BooleanSupplier condition) {
        CompletableFuture<Boolean> met = new CompletableFuture<>();
        Timeline looking = new Timeline(new KeyFrame(LOOK_EVERY, event -> {
            if (condition.getAsBoolean()) {
                met.complete(true);
            }
        }));
        looking.setCycleCount(Animation.INDEFINITE);
        tell(looking::play);
        try {
            await(what, met);
        } finally {
            tell(looking::stop);
        }
    }

    private static <T> T await(String what, CompletableFuture<T> future) {
        try {
            return future.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException("waited in vain for " + what, e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the window could not do it", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        tell(() -> {
            window.quit();
            stage.hide();
        });
        window.keep();
        station.close();
    }
}
