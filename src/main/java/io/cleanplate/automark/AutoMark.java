package io.cleanplate.automark;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The auto-mark job as the rest of the program sees it. Thread-safe; no call waits for the database. */
public interface AutoMark {
    /** Most reports kept. */
    int KEPT_RUNS = 50;

    /**
     * Asks for a run now, beside the schedule; returns at once.
     *
     * @param customer only this one, which must have auto-mark on; null for all that have
     */
    RunRequest request(@Nullable String customer);

    /** The runs that have ended, newest first, the last {@value #KEPT_RUNS}. */
    List<RunReport> lastRuns();

    /** How the job is now. */
    AutoMarkStatus status();

    /** Tells a listener of all that happens from now on. */
    void listen(AutoMarkListener listener);
}
