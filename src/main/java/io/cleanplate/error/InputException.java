package io.cleanplate.error;

/** What the person gave or asked for cannot be used: the same call fails again until they change it. */
public final class InputException extends CleanplateException {
    private static final long serialVersionUID = 1L;

    /** With the sentence for the person. */
    public InputException(String message) {
        super(message, null);
    }

    /** With the sentence for the person and what led to it, for the log. */
    public InputException(String message, Throwable cause) {
        super(message, cause);
    }
}
