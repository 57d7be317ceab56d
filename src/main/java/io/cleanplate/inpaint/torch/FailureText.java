package io.cleanplate.inpaint.torch;

import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/** Picks what a person can use from DJL's nested failures. */
final class FailureText {
    private FailureText() {}

    /** The first line of what failed deepest down, where the loader, the disk or the network speaks; no full stop. */
    static String deepest(Throwable failure) {
        String text = failure.toString();
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            text = cause.getMessage() == null ? cause.toString() : cause.getMessage();
            if (cause instanceof UnknownHostException) {
                text = "the server " + cause.getMessage() + " was not found";
            }
        }
        return firstLine(text);
    }

    /** The text's first line without a full stop. */
    static String firstLine(String text) {
        return text.lines().findFirst().orElse(text).replaceAll("[.\\s]+$", "");
    }
}
