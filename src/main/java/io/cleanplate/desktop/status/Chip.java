package io.cleanplate.desktop.status;

/**
 * A short text in the status line.
 *
 * @param text a few words
 * @param more one or two sentences, for the tooltip
 * @param tone how it looks
 */
public record Chip(String text, String more, Tone tone) {
    /** How a chip looks. */
    public enum Tone {
        /** All is as it should be. */
        PLAIN,
        /** Something goes on. */
        BUSY,
        /** Needs a look. */
        WARNING,
        /** Does not work. */
        BAD
    }
}
