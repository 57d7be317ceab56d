package io.cleanplate.desktop.common;

import io.cleanplate.error.CleanplateException;
import io.cleanplate.error.ErrorCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something a person is told, with what can be done about it.
 *
 * @param kind how it looks
 * @param text one or two sentences
 * @param choices what the person may do next; each closes the notice
 * @param stays for how long it is shown; null until it is closed
 * @param bug whether it is the program's own fault, so that the log is worth a look
 */
public record Notice(
        Kind kind,
        String text,
        List<Choice> choices,
        @Nullable Duration stays,
        boolean bug) {
    private static final Duration SHORT = Duration.ofSeconds(6);

    /** How a notice looks. */
    public enum Kind {
        /** Good to know. */
        INFO,
        /** Something went well. */
        SUCCESS,
        /** Something needs a look. */
        WARNING,
        /** Something failed. */
        ERROR
    }

    /**
     * What a person may do next.
     *
     * @param label of the button
     * @param run what it does
     */
    public record Choice(String label, Runnable run) {}

    /** Copies the choices. */
    public Notice {
        choices = List.copyOf(choices);
    }

    /** Good to know; goes away by itself. */
    public static Notice info(String text) {
        return new Notice(Kind.INFO, text, List.of(), SHORT, false);
    }

    /** Something went well; goes away by itself. */
    public static Notice success(String text) {
        return new Notice(Kind.SUCCESS, text, List.of(), SHORT, false);
    }

    /** Something needs a look; stays. */
    public static Notice warning(String text) {
        return new Notice(Kind.WARNING, text, List.of(), null, false);
    }

    /** Something failed; stays. A failure that is nobody's but the program's shows a short code. */
    public static Notice failure(RuntimeException failure) {
        return failure instanceof CleanplateException known
                ? new Notice(Kind.ERROR, String.valueOf(known.getMessage()), List.of(), null, false)
                : new Notice(Kind.ERROR, ErrorCode.sentence(failure), List.of(), null, true);
    }

    /** The same with one more thing to do. */
    public Notice with(String label, Runnable run) {
        List<Choice> more = new ArrayList<>(choices);
        more.add(new Choice(label, run));
        return new Notice(kind, text, more, stays, bug);
    }

    /** The same, shown for that long. */
    public Notice lasting(Duration duration) {
        return new Notice(kind, text, choices, duration, bug);
    }
}
