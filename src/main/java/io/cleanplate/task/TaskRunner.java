package io.cleanplate.task;

/**
 * Runs the background work of one owner, which is a thread: the one of the window, or in tests the test's own. To be called
 * on that thread.
 */
public interface TaskRunner {
    /** Starts a task; its end is told on the owner's thread, never before this returns unless the runner is a test's. */
    RunningTask start(BackgroundTask<?> task);

    /** Runs something on the owner's thread, soon; may be called from any thread. */
    void later(Runnable action);
}
