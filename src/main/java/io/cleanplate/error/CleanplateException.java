package io.cleanplate.error;

import org.jspecify.annotations.Nullable;

/**
 * An error that a person is told in one sentence: what was wrong, where, and what would be right. The message is that
 * sentence. Any other exception that reaches the top is a bug.
 */
public abstract sealed class CleanplateException extends RuntimeException permits InputException, UnavailableException {
    private static final long serialVersionUID = 1L;

    CleanplateException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** The sentence for the person; never null. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
