package io.cleanplate.server;

import io.cleanplate.error.CleanplateException;
import io.cleanplate.error.ErrorCode;
import io.cleanplate.error.InputException;
import io.cleanplate.error.UnavailableException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A failure as a client is told of it (RFC 9457).
 *
 * @param kind what kind
 * @param detail one sentence: what was wrong, and what would be right
 * @param headers that its kind asks for, such as {@code Allow}
 * @param code by which a bug is found in the log; null when it is none
 */
record Problem(
        ProblemKind kind,
        String detail,
        Map<String, String> headers,
        @Nullable String code) {
    private static final Map<String, String> RETRY = Map.of("Retry-After", "5");

    /** Copies the headers. */
    Problem {
        headers = Map.copyOf(headers);
    }

    /** Without headers of its own. */
    Problem(ProblemKind kind, String detail) {
        this(kind, detail, Map.of(), null);
    }

    /** The one table of what is thrown and what a client is told. */
    static Problem of(Throwable thrown) {
        return switch (thrown) {
            case ProblemException told -> told.problem();
            case CleanplateException error ->
                switch (error) {
                    case InputException input -> new Problem(ProblemKind.UNPROCESSABLE_CONTENT, input.getMessage());
                    case UnavailableException away ->
                        new Problem(ProblemKind.SERVICE_UNAVAILABLE, away.getMessage(), RETRY, null);
                };
            default ->
                new Problem(
                        ProblemKind.INTERNAL_SERVER_ERROR, ErrorCode.sentence(thrown), Map.of(), ErrorCode.of(thrown));
        };
    }

    /** What a client is told while the server stops. */
    static Problem stopping() {
        return new Problem(
                ProblemKind.SERVICE_UNAVAILABLE, "The server is shutting down: ask again in a moment.", RETRY, null);
    }
}
