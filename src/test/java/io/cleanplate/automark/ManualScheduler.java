package io.cleanplate.automark;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * A scheduler, and its clock, whose time passes when a test says so; tasks run on the test's thread. Like the JDK's it
 * forgets a periodic task that throws.
 */
public class ManualScheduler extends AbstractExecutorService implements ScheduledExecutorService, InstantSource {
    private final List<Task> tasks = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-22T12:00:00Z");
    private boolean shutdown;

    @Override
    public Instant instant() {
        return now;
    }

    /** Lets time pass, and runs what falls due, in order. */
    public void advance(Duration time) {
        Instant until = now.plus(time);
        while (true) {
            Task next = tasks.stream()
                    .filter(task -> !task.due.isAfter(until))
                    .min(Comparator.comparing(task -> task.due))
                    .orElse(null);
            if (next == null) {
                break;
            }
            now = next.due.isAfter(now) ? next.due : now;
            next.runOnce();
        }
        now = until;
    }

    /** Runs what is due now. */
    public void runDue() {
        advance(Duration.ZERO);
    }

    /** Lets time pass in the middle of a task. */
    public void takes(Duration time) {
        now = now.plus(time);
    }

    private Task add(Runnable work, Duration delay, Duration period) {
        if (shutdown) {
            throw new RejectedExecutionException("shut down");
        }
        Task task = new Task(work, now.plus(delay), period);
        tasks.add(task);
        return task;
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // execute promises none
    public void execute(Runnable command) {
        add(command, Duration.ZERO, Duration.ZERO);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        return add(command, Duration.of(delay, unit.toChronoUnit()), Duration.ZERO);
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable command, long initialDelay, long period, TimeUnit unit) {
        return add(command, Duration.of(initialDelay, unit.toChronoUnit()), Duration.of(period, unit.toChronoUnit()));
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable command, long initialDelay, long delay, TimeUnit unit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <V> ScheduledFuture<V> schedule(Callable<V> callable, long delay, TimeUnit unit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void shutdown() {
        shutdown = true;
        tasks.removeIf(task -> !task.period.isZero());
    }

    @Override
    public List<Runnable> shutdownNow() {
        shutdown();
        tasks.clear();
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return shutdown;
    }

    @Override
    public boolean isTerminated() {
        return shutdown && tasks.isEmpty();
    }

    /** Runs what is left, as the JDK's scheduler does after its end was asked for. */
    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        advance(Duration.of(timeout, unit.toChronoUnit()));
        return isTerminated();
    }

    private final class Task extends FutureTask<Void> implements ScheduledFuture<Void> {
        private final Duration period;
        private Instant due;

        Task(Runnable work, Instant due, Duration period) {
            super(work, null);
            this.due = due;
            this.period = period;
        }

        private void runOnce() {
            tasks.remove(this);
            if (period.isZero()) {
                run();
                return;
            }
            if (runAndReset() && !shutdown) {
                due = due.plus(period);
                tasks.add(this);
            }
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(Duration.between(now, due));
        }

        @Override
        public int compareTo(Delayed other) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }
}
