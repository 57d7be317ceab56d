package io.cleanplate.automark;

/** What started a run. */
public enum Trigger {
    /** The interval was over. */
    SCHEDULED,
    /** Somebody asked the server for it. */
    REQUESTED,
    /** A command of a person or of cron. */
    COMMAND
}
