package io.cleanplate.desktop;

import io.cleanplate.error.UnavailableException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** JavaFX from its start to its end in this process, around the program's window. Thread-safe. */
public final class Desktop {
    private static final Logger LOG = LoggerFactory.getLogger(Desktop.class);
    private static final long PATIENCE_SECONDS = 5;

    private final CountDownLatch wish = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private volatile boolean told;

    /**
     * Opens the window and returns once it is closed, by the person or by {@link #close}. To be called once, not on the
     * JavaFX thread.
     *
     * @param start what the window is opened with
     * @throws UnavailableException when the display cannot be used
     */
    public void run(Start start) {
        try {
            if (wish.getCount() == 0) {
                return;
            }
            // Without Application.launch: nothing has to be handed over by a static field, and the window is an object.
            Platform.startup(() -> open(start));
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

    private void open(Start start) {
        Thread.currentThread()
                .setUncaughtExceptionHandler((thread, thrown) -> LOG.error("The window made a mistake", thrown));
        Platform.setImplicitExit(false);
        try {
            Stage stage = new Stage();
            stage.setOnHidden(event -> wish.countDown());
            DesktopWindow window = new DesktopWindow(stage, start, wish::countDown);
            window.open();
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
