package io.cleanplate.cleaning.proposal;

import io.cleanplate.task.TaskMonitor;

/**
 * One of two parts of some work that take about as long, as seen by the monitor of the whole.
 *
 * @param whole told the progress of both
 * @param part 0 for the first, 1 for the second
 */
record PartMonitor(TaskMonitor whole, int part) implements TaskMonitor {
    private static final long STEPS = 100;

    @Override
    public boolean listens() {
        return whole.listens();
    }

    @Override
    public void progress(long done, long total) {
        whole.progress(part * STEPS + STEPS * done / Math.max(1, total), 2 * STEPS);
    }

    @Override
    public boolean cancelled() {
        return whole.cancelled();
    }
}
