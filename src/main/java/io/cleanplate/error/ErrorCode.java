package io.cleanplate.error;

import java.util.Locale;

/** A short code for a bug, which a person can quote and search a log for: the same fault gives the same code. */
public final class ErrorCode {
    private ErrorCode() {}

    /** The code of what was thrown, from its kind and where it was thrown; such as {@code 0K3F}. */
    public static String of(Throwable thrown) {
        int hash = thrown.getClass().getName().hashCode();
        StackTraceElement[] frames = thrown.getStackTrace();
        if (frames.length > 0) {
            hash = 31 * hash + frames[0].getClassName().hashCode();
            hash = 31 * hash + frames[0].getMethodName().hashCode();
        }
        String digits = Integer.toString(Math.floorMod(hash, 36 * 36 * 36 * 36), 36);
        return "0".repeat(4 - digits.length()) + digits.toUpperCase(Locale.ROOT);
    }

    /** The sentence that a person is told about a bug. */
    public static String sentence(Throwable thrown) {
        return "Cleanplate made a mistake of its own, code " + of(thrown) + " ("
                + thrown.getClass().getSimpleName() + "): please report it; LOG_LEVEL=DEBUG shows where.";
    }
}
