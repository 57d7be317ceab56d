package io.cleanplate.task;

import java.util.concurrent.atomic.AtomicBoolean;

/** A monitor that can be cancelled from any thread, once and for good. */
public class Cancellation implements TaskMonitor {
    private final AtomicBoolean cancelled = new AtomicBoolean();

    /** Asks the work to stop at its next step. */
    public final void cancel() {
        cancelled.set(true);
    }

    @Override
    public final boolean cancelled() {
        return cancelled.get();
    }
}
