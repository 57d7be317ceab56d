package io.cleanplate.cleaning;

import io.cleanplate.imaging.Picture;
import io.cleanplate.task.TaskMonitor;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;

/**
 * One way of a picture into memory, for all who want it at that time: whoever comes first goes it, the others wait. Its
 * monitors see its progress, and it ends when none of them wants it any more. Thread-safe.
 */
final class Load implements TaskMonitor, Runnable {
    private final List<TaskMonitor> monitors = new CopyOnWriteArrayList<>();
    private final FutureTask<Picture> task;
    private volatile boolean urgent;

    Load(Function<Load, Picture> way) {
        Callable<Picture> whole = () -> way.apply(this);
        this.task = new FutureTask<>(whole);
    }

    void watch(TaskMonitor monitor) {
        monitors.add(monitor);
    }

    /** A person waits for it. */
    void hurry() {
        urgent = true;
    }

    boolean urgent() {
        return urgent;
    }

    /** Goes the way, unless somebody does or did. */
    @Override
    public void run() {
        task.run();
    }

    /** Waits for the end, going the way if nobody does; throws what went wrong on it. */
    Picture get() {
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
            throw new IllegalStateException("loading failed", e);
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
