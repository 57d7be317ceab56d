package io.cleanplate.desktop;

import io.cleanplate.app.Workstation;
import io.cleanplate.error.UnavailableException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** JavaFX from its start to its end in this process, around the program's window. Thread-safe. */
public final class Desktop {
    private static final Logger LOG = LoggerFactory.getLogger(Desktop.class);
    private static final int[] ICONS = {16, 32, 48, 64, 128, 256};
    private static final long PATIENCE_SECONDS = 5;

    private final CountDownLatch wish = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private volatile boolean told;

    /**
     * Opens the window and returns once it is closed, by the person or by {@link #close}. To be called once, not on the
     * JavaFX thread.
     *
     * @param workstation what the window works with; stays open
     * @param files pictures to open
     * @throws UnavailableException when the display cannot be used
     */
    public void run(Workstation workstation, List<Path> files) {
        try {
            if (wish.getCount() == 0) {
                return;
            }
            // Without Application.launch: nothing has to be handed over by a static field, and the window is an object.
            Platform.startup(() -> open(workstation, files));
        } catch (UnsupportedOperationException e) {
            throw new UnavailableException(
                    "No window can open here (" + e.getMessage()
                            + "): start Cleanplate in a desktop session, or with xvfb-run.",
                    e);
        } catch (RuntimeException e) {
            if (wish.getCount() == 0) {
                LOG.debug("The process ended before its window opened", e);
                return;
            }
            throw e;
        }
        try {
            wish.await();
            Platform.runLater(this::hideAll);
            if (!closed.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("The window did not close in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // Told from outside, the process ends already: JavaFX, whose own end is under way, would wait for it for good.
        if (!told) {
            Platform.exit();
        }
        if (failure.get() != null) {
            throw new IllegalStateException("the window could not be built", failure.get());
        }
    }

    /** Has the window closed, whatever it shows, since the process ends; returns at once. */
    public void close() {
        told = true;
        wish.countDown();
    }

    private void open(Workstation workstation, List<Path> files) {
        Thread.currentThread()
                .setUncaughtExceptionHandler((thread, thrown) -> LOG.error("The window made a mistake", thrown));
        Platform.setImplicitExit(false);
        try {
            Stage stage = new Stage();
            stage.setTitle("Cleanplate");
            for (int size : ICONS) {
                stage.getIcons().add(new Image("/assets/icons/cleanplate-" + size + ".png"));
            }
            stage.setScene(
                    new Scene(new StackPane(new Label(workstation.newsroom().where() + " " + files)), 1200, 800));
            stage.setOnHidden(event -> wish.countDown());
            stage.show();
        } catch (RuntimeException | Error e) {
            // Without a window nobody could end the program.
            failure.set(e);
            wish.countDown();
        }
    }

    private void hideAll() {
        try {
            List.copyOf(Window.getWindows()).forEach(Window::hide);
        } catch (RuntimeException e) {
            // When the system ends the process, JavaFX takes its drawing down by itself, and hiding may find it gone.
            LOG.debug("The window was gone before it was closed", e);
        } finally {
            closed.countDown();
        }
    }
}
