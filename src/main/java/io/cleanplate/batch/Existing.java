package io.cleanplate.batch;

/** What to do with a picture whose output is there already. */
public enum Existing {
    /** Fail: nothing is replaced. */
    REFUSE,
    /** Replace it. */
    OVERWRITE,
    /** Take it as done: outputs appear only when they are whole. */
    SKIP
}
