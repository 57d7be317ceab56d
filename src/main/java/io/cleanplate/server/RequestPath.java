package io.cleanplate.server;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a request's path into its segments. A path that could mean another one, once somebody else decodes or joins it,
 * is nobody's: empty segments, dots, encoded separators, control characters and what is not UTF-8.
 */
final class RequestPath {
    private static final int LONGEST = 2048;
    private static final char REPLACEMENT = '\uFFFD';

    private RequestPath() {}

    /**
     * The decoded segments; none for {@code /}.
     *
     * @throws ProblemException when the path is too long or is nobody's
     */
    static List<String> segments(URI address) {
        String path = String.valueOf(address.getRawPath());
        if (path.length() > LONGEST) {
            throw new ProblemException(
                    ProblemKind.URI_TOO_LONG, "The path is longer than " + LONGEST + " characters: none is.");
        }
        if (!path.startsWith("/") || address.getRawAuthority() != null) {
            throw nobodys();
        }
        List<String> segments = new ArrayList<>();
        if (path.length() > 1) {
            for (String raw : path.substring(1).split("/", -1)) {
                segments.add(decoded(raw));
            }
        }
        return segments;
    }

    /** The problem of a path that names nothing. */
    static ProblemException nobodys() {
        return new ProblemException(
                ProblemKind.NOT_FOUND, "There is nothing at this path: /openapi.yaml says what there is.");
    }

    private static String decoded(String raw) {
        boolean ascii = raw.chars().allMatch(c -> c > ' ' && c < 0x7F);
        // With a slash in front, since a first segment with a colon would be read as a scheme.
        String segment = ascii ? URI.create("/" + raw).getPath().substring(1) : "";
        boolean odd =
                segment.chars().anyMatch(c -> c == '/' || c == '\\' || c == REPLACEMENT || Character.isISOControl(c));
        if (odd || segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
            throw nobodys();
        }
        return segment;
    }
}
