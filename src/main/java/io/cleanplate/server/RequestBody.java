package io.cleanplate.server;

import com.google.gson.JsonObject;
import com.sun.net.httpserver.Headers;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;

/**
 * Takes what a request brings, never more than {@value #LIMIT} bytes of it. How long that may take is the server's matter,
 * see {@link ServerLimits}.
 */
final class RequestBody {
    /** Most bytes that a request may bring. */
    static final int LIMIT = 1 << 20;

    private static final int BUFFER = 8192;

    private RequestBody() {}

    /**
     * The JSON object that a request brings.
     *
     * @throws ProblemException when it is too large, of another type, or broken
     * @throws IOException when the client went away or was too slow
     */
    static JsonObject json(Headers headers, InputStream in) throws IOException {
        checkLength(headers);
        String type = headers.getOrDefault("Content-Type", List.of("")).getFirst();
        if (!isJson(type)) {
            throw new ProblemException(
                    ProblemKind.UNSUPPORTED_MEDIA_TYPE,
                    type.isBlank()
                            ? "The content has no type: accepted is 'Content-Type: application/json' in UTF-8."
                            : "The content's type is none that is accepted: that is application/json in UTF-8.");
        }
        byte[] content = in.readNBytes(LIMIT + 1);
        if (content.length > LIMIT) {
            throw tooLarge();
        }
        return Json.object(content);
    }

    /**
     * Reads over what a request brings that should bring nothing.
     *
     * @param tolerated whether it may bring something that is then ignored
     * @throws ProblemException when it is too large, or not tolerated
     * @throws IOException when the client went away or was too slow
     */
    static void none(Headers headers, InputStream in, boolean tolerated) throws IOException {
        checkLength(headers);
        long length = discard(in, LIMIT + 1L);
        if (length > LIMIT) {
            throw tooLarge();
        }
        if (length > 0 && !tolerated) {
            throw new ProblemException(
                    ProblemKind.UNSUPPORTED_MEDIA_TYPE,
                    "This takes no content: send none, and what it should know as parameters of the address.");
        }
    }

    /** Reads on without keeping anything, up to a limit; returns how much there was. */
    static long discard(InputStream in, long limit) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long read = 0;
        while (read < limit) {
            int n = in.read(buffer, 0, (int) Math.min(buffer.length, limit - read));
            if (n < 0) {
                break;
            }
            read += n;
        }
        return read;
    }

    private static void checkLength(Headers headers) {
        String length = headers.getFirst("Content-Length");
        // The server below has checked that it is a number.
        if (length != null && Long.parseLong(length) > LIMIT) {
            throw tooLarge();
        }
    }

    private static boolean isJson(String type) {
        String[] parts = type.toLowerCase(Locale.ROOT).split(";", -1);
        if (!parts[0].strip().equals("application/json")) {
            return false;
        }
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip().replace("\"", "");
            if (parameter.startsWith("charset=") && !parameter.equals("charset=utf-8")) {
                return false;
            }
        }
        return true;
    }

    private static ProblemException tooLarge() {
        return new ProblemException(
                ProblemKind.CONTENT_TOO_LARGE, "The content is larger than 1 MB (" + LIMIT + " bytes): send less.");
    }
}
