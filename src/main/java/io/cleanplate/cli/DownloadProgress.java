package io.cleanplate.cli;

import io.cleanplate.task.TaskMonitor;
import java.time.InstantSource;

/** Shows a download on a terminal, and stops it when another monitor does. */
final class DownloadProgress implements TaskMonitor {
    private final Console console;
    private final ProgressLine line;
    private final TaskMonitor stop;
    private final String unit;
    private final long perUnit;

    /** Shows progress in units of {@code perUnit} steps. */
    DownloadProgress(Console console, InstantSource clock, TaskMonitor stop, String unit, long perUnit) {
        this.console = console;
        this.line = new ProgressLine(console.err(), clock);
        this.stop = stop;
        this.unit = unit;
        this.perUnit = perUnit;
    }

    @Override
    public boolean listens() {
        return console.terminal();
    }

    @Override
    public void progress(long done, long total) {
        if (console.terminal()) {
            line.show(done / perUnit, total / perUnit, unit);
            if (done == total) {
                line.clear();
            }
        }
    }

    @Override
    public boolean cancelled() {
        return stop.cancelled();
    }
}
