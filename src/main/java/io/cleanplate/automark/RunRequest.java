package io.cleanplate.automark;

/** The answer to a wish for a run. */
public sealed interface RunRequest {
    /**
     * It starts at once; its report comes with {@link AutoMark#lastRuns}.
     *
     * @param id the run's
     */
    record Accepted(long id) implements RunRequest {}

    /**
     * Another run has not ended: ask again once it has.
     *
     * @param id that run's
     */
    record AlreadyRunning(long id) implements RunRequest {}

    /** The program ends: no more runs. */
    record Stopped() implements RunRequest {}
}
