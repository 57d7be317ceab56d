package io.cleanplate.app;

/**
 * One line of what the doctor found.
 *
 * @param grade how it stands
 * @param subject what was looked at, in a word or two
 * @param text what was found, and what is missing for what
 */
public record Finding(Grade grade, String subject, String text) {
    /** How something stands. */
    public enum Grade {
        /** There and usable. */
        GOOD,
        /** Not there; what it is needed for does not work, all else does. */
        MISSING,
        /** Pictures cannot be cleaned like this. */
        BROKEN
    }

    static Finding good(String subject, String text) {
        return new Finding(Grade.GOOD, subject, text);
    }

    static Finding missing(String subject, String text) {
        return new Finding(Grade.MISSING, subject, text);
    }

    static Finding broken(String subject, String text) {
        return new Finding(Grade.BROKEN, subject, text);
    }
}
