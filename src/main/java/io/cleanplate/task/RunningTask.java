package io.cleanplate.task;

/** A task that was started. Thread-safe. */
public interface RunningTask {
    /** Asks it to stop; its end is told as cancelled even if it finishes its work first. Does nothing once it ended. */
    void cancel();

    /** Whether it has not ended yet. */
    boolean running();
}
