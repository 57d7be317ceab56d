package io.cleanplate.task;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;

/**
 * One piece of work for all who want its result at that time: whoever comes first does it, the others wait. Its monitors see
 * its progress, and it ends when none of them wants it any more. Thread-safe.
 *
 * @param <T> what comes of it
 */
public final class SharedWork<T> implements TaskMonitor, Runnable {
    private final List<TaskMonitor> monitors = new CopyOnWriteArrayList<>();
    private final FutureTask<T> task;
    private volatile boolean urgent;

    /** Work that was not begun. */
    public SharedWork(Function<SharedWork<T>, T> work) {
        Callable<T> whole = () -> work.apply(this);
        this.task = new FutureTask<>(whole);
    }

    /** Has it go on until this monitor wants to stop, too. */
    public void watch(TaskMonitor monitor) {
        monitors.add(monitor);
    }

    /** A person waits for it. */
    public void hurry() {
        urgent = true;
    }

    /** Whether a person waits for it. */
    public boolean urgent() {
        return urgent;
    }

    /** Does it, unless somebody does or did; what goes wrong is thrown by {@link #get}. */
    @Override
    public void run() {
        task.run();
    }

    /**
     * Waits for the end, doing it if nobody does; throws what went wrong.
     *
     * @throws CancellationException when it was given up, or the thread was interrupted
     */
    public T get() {
        task.run();
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            CancellationException cancelled = new CancellationException("interrupted");
            cancelled.initCause(e);
            throw cancelled;
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof RuntimeException known) {
                throw known;
            }
            if (cause instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException("shared work failed", e);
        }
    }

    @Override
    public boolean cancelled() {
        return monitors.stream().allMatch(TaskMonitor::cancelled);
    }

    @Override
    public boolean listens() {
        return monitors.stream().anyMatch(TaskMonitor::listens);
    }

    @Override
    public void progress(long done, long total) {
        monitors.forEach(monitor -> monitor.progress(done, total));
    }
}
