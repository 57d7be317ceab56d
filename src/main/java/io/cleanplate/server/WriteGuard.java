package io.cleanplate.server;

import com.sun.net.httpserver.Headers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who may change state. With a token set: who knows it. Without one: programs and pages of this machine only, where
 * {@code Host} and {@code Origin} keep out foreign pages that a browser here has open (cross-site requests, DNS
 * rebinding). Immutable.
 */
final class WriteGuard {
    private static final Pattern LOOPBACK_HOST =
            Pattern.compile("(?i)(localhost|127(\\.\\d{1,3}){3}|\\[::1])(:\\d{1,5})?");
    private static final String SCHEME = "Bearer ";

    private final byte @Nullable [] tokenHash;

    /** With the token that callers must bring; null when none is set. */
    WriteGuard(@Nullable String token) {
        tokenHash = token == null ? null : hash(token);
    }

    /**
     * Lets a request pass.
     *
     * @param loopbackPeer whether it came from this machine
     * @throws ProblemException when it may not
     */
    void check(boolean loopbackPeer, Headers headers) {
        if (tokenHash != null) {
            checkToken(tokenHash, headers);
        } else if (!loopbackPeer) {
            throw forbidden("Without API_TOKEN set, changes are accepted from the server's own machine only.");
        } else {
            checkLocal(headers);
        }
    }

    private static void checkToken(byte[] wanted, Headers headers) {
        List<String> values = headers.getOrDefault("Authorization", List.of());
        String value = values.size() == 1 ? values.getFirst() : "";
        boolean bearer = value.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
        // Hashes have one length, so the comparison tells nothing of the token's.
        byte[] given = hash(bearer ? value.substring(SCHEME.length()).strip() : "");
        if (!MessageDigest.isEqual(wanted, given) || !bearer) {
            throw new ProblemException(
                    ProblemKind.UNAUTHORIZED,
                    "This changes something and needs the server's API_TOKEN: send 'Authorization: Bearer <token>'.",
                    Map.of("WWW-Authenticate", "Bearer realm=\"cleanplate\""));
        }
    }

    private static void checkLocal(Headers headers) {
        List<String> hosts = headers.getOrDefault("Host", List.of());
        if (hosts.size() != 1 || !LOOPBACK_HOST.matcher(hosts.getFirst()).matches()) {
            throw forbidden("Without API_TOKEN set, changes are accepted only where the Host is localhost, 127.0.0.1"
                    + " or [::1].");
        }
        List<String> origins = headers.getOrDefault("Origin", List.of());
        String own = "http://" + hosts.getFirst();
        if (!origins.stream().allMatch(own::equalsIgnoreCase)) {
            throw forbidden(
                    "Without API_TOKEN set, changes are not accepted from pages of another origin than " + own + ".");
        }
    }

    private static ProblemException forbidden(String detail) {
        return new ProblemException(ProblemKind.FORBIDDEN, detail);
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
