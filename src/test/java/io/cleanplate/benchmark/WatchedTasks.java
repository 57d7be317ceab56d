package io.cleanplate.benchmark;

import io.cleanplate.task.BackgroundTask;
import io.cleanplate.task.RunningTask;
import io.cleanplate.task.TaskRunner;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Runs tasks as another does, and knows whether all of them have ended. Thread-safe. */
final class WatchedTasks implements TaskRunner {
    private final TaskRunner tasks;
    private final List<RunningTask> begun = new CopyOnWriteArrayList<>();

    WatchedTasks(TaskRunner tasks) {
        this.tasks = tasks;
    }

    @Override
    public RunningTask start(BackgroundTask<?> task) {
        RunningTask running = tasks.start(task);
        begun.add(running);
        return running;
    }

    @Override
    public void later(Runnable action) {
        tasks.later(action);
    }

    boolean idle() {
        begun.removeIf(task -> !task.running());
        return begun.isEmpty();
    }
}
