package io.cleanplate.desktop.common;

import io.cleanplate.task.BackgroundTask;
import io.cleanplate.task.Cancellation;
import io.cleanplate.task.RunningTask;
import io.cleanplate.task.TaskRunner;
import io.cleanplate.task.Threads;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The window's background work: runs tasks on threads of its own and tells their end on the JavaFX thread, its owner. */
public final class DesktopTasks implements TaskRunner, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DesktopTasks.class);

    private final ExecutorService threads = Executors.newCachedThreadPool(Threads.named("task"));
    private final ObservableList<Shown> running = FXCollections.observableArrayList();
    private final Notifier notifier;

    /** Tells failures that nobody else looks at to the notifier. */
    public DesktopTasks(Notifier notifier) {
        this.notifier = notifier;
    }

    /** The tasks that run and are not quiet, oldest first; not to be changed by others. */
    public ObservableList<Shown> running() {
        return FXCollections.unmodifiableObservableList(running);
    }

    @Override
    public RunningTask start(BackgroundTask<?> task) {
        return begin(task);
    }

    private <T> RunningTask begin(BackgroundTask<T> task) {
        Shown shown = new Shown(task.title());
        if (!task.quiet()) {
            running.add(shown);
        }
        threads.execute(() -> run(task, shown));
        return shown;
    }

    private <T> void run(BackgroundTask<T> task, Shown shown) {
        try {
            T result = task.work().apply(shown);
            finish(shown, () -> task.done().accept(result), task.cancelled());
        } catch (CancellationException e) {
            LOG.debug("{}: stopped", task.title());
            shown.cancel();
            finish(shown, () -> {}, task.cancelled());
        } catch (RuntimeException e) {
            finish(shown, () -> failed(task, e), task.cancelled());
        } catch (OutOfMemoryError e) {
            finish(shown, () -> failed(task, new IllegalStateException("out of memory", e)), task.cancelled());
        }
    }

    private void failed(BackgroundTask<?> task, RuntimeException failure) {
        LOG.warn("{}: failed", task.title(), failure);
        if (task.failed() == null) {
            notifier.show(Notice.failure(failure));
        } else {
            task.failed().accept(failure);
        }
    }

    private void finish(Shown shown, Runnable end, Runnable cancelled) {
        Platform.runLater(() -> {
            shown.ended.set(true);
            running.remove(shown);
            (shown.cancelled() ? cancelled : end).run();
        });
    }

    @Override
    public void later(Runnable action) {
        Platform.runLater(action);
    }

    /** Asks every task to stop and takes no more; waits for none. */
    @Override
    public void close() {
        running.forEach(Shown::cancel);
        threads.shutdownNow();
    }

    /** A task that runs, for people. Its progress belongs to the JavaFX thread. */
    public static final class Shown extends Cancellation implements RunningTask {
        private final String title;
        private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(-1);
        private final AtomicBoolean ended = new AtomicBoolean();
        private final AtomicBoolean updating = new AtomicBoolean();
        private volatile double latest = -1;

        private Shown(String title) {
            this.title = title;
        }

        /** What is done. */
        public String title() {
            return title;
        }

        /** How much is done, from 0 to 1; negative while unknown. */
        public ReadOnlyDoubleProperty progressProperty() {
            return progress.getReadOnlyProperty();
        }

        @Override
        public void progress(long done, long total) {
            latest = total > 0 ? (double) done / total : -1;
            // Many steps between two frames become one update.
            if (updating.compareAndSet(false, true)) {
                Platform.runLater(() -> {
                    updating.set(false);
                    progress.set(latest);
                });
            }
        }

        @Override
        public boolean running() {
            return !ended.get();
        }
    }
}
