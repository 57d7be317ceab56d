package io.cleanplate.desktop.queue;

/**
 * What is being done with a picture of the queue right now.
 *
 * @param kind what
 * @param message why it failed, one sentence; else empty
 */
public record RowWork(Kind kind, String message) {
    /** Nothing. */
    public static final RowWork NONE = new RowWork(Kind.NONE, "");

    /** What is being done. */
    public enum Kind {
        /** Nothing. */
        NONE,
        /** It is being opened. */
        LOADING,
        /** It is being saved. */
        SAVING,
        /** It was saved just now. */
        SAVED,
        /** It is saved on this machine and waits for the database. */
        QUEUED,
        /** Somebody else was faster; an editor has to decide. */
        CONFLICT,
        /** Saving or opening failed. */
        FAILED
    }

    /** Work that needs no explanation. */
    public static RowWork of(Kind kind) {
        return new RowWork(kind, "");
    }

    /** Work that failed, with the sentence for the person. */
    public static RowWork failed(String message) {
        return new RowWork(Kind.FAILED, message);
    }
}
