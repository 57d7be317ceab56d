package io.cleanplate.cleaning.proposal;

import io.cleanplate.task.TaskMonitor;

/**
 * For a step of some work whose progress is counted otherwise: stops when the whole is to stop.
 *
 * @param whole asked, and told nothing
 */
record SilentMonitor(TaskMonitor whole) implements TaskMonitor {
    @Override
    public boolean listens() {
        return false;
    }

    @Override
    public boolean cancelled() {
        return whole.cancelled();
    }
}
