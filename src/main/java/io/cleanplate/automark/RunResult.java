package io.cleanplate.automark;

/** How a run ended, in a word. */
public enum RunResult {
    /** All went well, whether or not there was something to mark. */
    DONE,
    /** Some pictures or customers failed; the next run takes them up again. */
    SOME_FAILED,
    /** Nothing could be done. */
    FAILED,
    /** Ended early because the program stops, or a person wanted it. */
    CANCELLED
}
