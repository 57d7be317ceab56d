package io.cleanplate.task;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * What running work tells its caller, and the caller's wish to stop. Implementations are thread-safe; {@link #progress}
 * is called on the thread that works and returns at once.
 */
public interface TaskMonitor {
    /** Listens to nothing and never cancels. */
    TaskMonitor NONE = until(() -> false);

    /** Listens to nothing and cancels when that is so, which is then so for good. */
    static TaskMonitor until(BooleanSupplier unwanted) {
        return new TaskMonitor() {
            @Override
            public boolean listens() {
                return false;
            }

            @Override
            public boolean cancelled() {
                return unwanted.getAsBoolean();
            }
        };
    }

    /** Whether somebody looks at the progress; if not, work need not count beforehand what there is to do. */
    default boolean listens() {
        return true;
    }

    /** {@code done} of {@code total} steps are finished; both count the same unit, and {@code total} may change. */
    default void progress(long done, long total) {}

    /** Whether the caller wants the work to stop; once true, true for good. */
    default boolean cancelled() {
        return false;
    }

    /**
     * To be called between steps.
     *
     * @throws CancellationException when the caller wants the work to stop
     */
    default void checkCancelled() {
        if (cancelled()) {
            throw new CancellationException();
        }
    }
}
