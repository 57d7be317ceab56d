package io.cleanplate.task;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/**
 * Runs tasks on the test's own thread: at once, or where {@link #waiting} was asked for, one after the other when told to.
 */
public final class SameThreadTasks implements TaskRunner {
    private final Deque<Runnable> queue = new ArrayDeque<>();
    private final boolean atOnce;

    private SameThreadTasks(boolean atOnce) {
        this.atOnce = atOnce;
    }

    /** Runs each task when it is started. */
    public static SameThreadTasks atOnce() {
        return new SameThreadTasks(true);
    }

    /** Keeps tasks until {@link #runNext} or {@link #runAll}. */
    public static SameThreadTasks waiting() {
        return new SameThreadTasks(false);
    }

    /** Runs the task that was started first of those that wait. */
    public void runNext() {
        queue.remove().run();
    }

    /** Runs what waits, and what that starts. */
    public void runAll() {
        while (!queue.isEmpty()) {
            queue.remove().run();
        }
    }

    /** How many tasks wait. */
    public int waitingTasks() {
        return queue.size();
    }

    @Override
    public RunningTask start(BackgroundTask<?> task) {
        return begin(task);
    }

    @Override
    public void later(Runnable action) {
        enqueue(action);
    }

    private <T> RunningTask begin(BackgroundTask<T> task) {
        Started started = new Started();
        enqueue(() -> {
            try {
                T result = task.work().apply(started);
                started.end(() -> task.done().accept(result), task.cancelled());
            } catch (CancellationException e) {
                started.cancel();
                started.end(() -> {}, task.cancelled());
            } catch (RuntimeException e) {
                Consumer<RuntimeException> failed = task.failed();
                if (failed == null) {
                    throw e;
                }
                started.end(() -> failed.accept(e), task.cancelled());
            }
        });
        return started;
    }

    private void enqueue(Runnable action) {
        if (atOnce) {
            action.run();
        } else {
            queue.add(action);
        }
    }

    private static final class Started extends Cancellation implements RunningTask {
        private boolean running = true;

        void end(Runnable done, Runnable cancelled) {
            running = false;
            (cancelled() ? cancelled : done).run();
        }

        @Override
        public boolean running() {
            return running;
        }
    }
}
