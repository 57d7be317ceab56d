package io.cleanplate.task;

import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Work to be done off its owner's thread, and what its owner does when it ends: exactly one of the three, on the owner's
 * thread. Immutable: each {@code when...} returns another one.
 *
 * @param <T> what comes of the work
 * @param title what is done, for people: {@code Removing the watermark}
 * @param work runs on a background thread; may throw, {@link java.util.concurrent.CancellationException} when it was told to
 *     stop
 * @param done gets what came of it
 * @param failed gets what it failed of; null to have people told by whoever runs the task
 * @param cancelled runs when it was stopped
 * @param quiet whether people need not see that it runs
 */
public record BackgroundTask<T>(
        String title,
        Function<TaskMonitor, T> work,
        Consumer<T> done,
        @Nullable Consumer<RuntimeException> failed,
        Runnable cancelled,
        boolean quiet) {
    /** Work whose end nobody waits for yet. */
    public static <T> BackgroundTask<T> of(String title, Function<TaskMonitor, T> work) {
        return new BackgroundTask<>(title, work, result -> {}, null, () -> {}, false);
    }

    /** With what the owner does with the result. */
    public BackgroundTask<T> whenDone(Consumer<T> then) {
        return new BackgroundTask<>(title, work, then, failed, cancelled, quiet);
    }

    /** With what the owner does about a failure; nobody else is told then. */
    public BackgroundTask<T> whenFailed(Consumer<RuntimeException> then) {
        return new BackgroundTask<>(title, work, done, then, cancelled, quiet);
    }

    /** With what the owner does when the work was stopped. */
    public BackgroundTask<T> whenCancelled(Runnable then) {
        return new BackgroundTask<>(title, work, done, failed, then, quiet);
    }

    /** Not shown to people while it runs. */
    public BackgroundTask<T> quietly() {
        return new BackgroundTask<>(title, work, done, failed, cancelled, true);
    }
}
