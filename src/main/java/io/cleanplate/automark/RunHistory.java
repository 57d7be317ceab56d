package io.cleanplate.automark;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last runs. Thread-safe. */
final class RunHistory implements AutoMarkListener {
    private final Deque<RunReport> runs = new ArrayDeque<>();

    @Override
    public synchronized void runFinished(RunReport report) {
        runs.addFirst(report);
        if (runs.size() > AutoMark.KEPT_RUNS) {
            runs.removeLast();
        }
    }

    /** Newest first. */
    synchronized List<RunReport> newestFirst() {
        return List.copyOf(runs);
    }
}
