package io.cleanplate.error;

/** The world did not do its part (disk, memory, network, database): the same call may succeed later. */
public final class UnavailableException extends CleanplateException {
    private static final long serialVersionUID = 1L;

    /** With the sentence for the person. */
    public UnavailableException(String message) {
        super(message, null);
    }

    /** With the sentence for the person and what led to it, for the log. */
    public UnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
