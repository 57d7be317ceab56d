package io.cleanplate.automark;

import io.cleanplate.error.InputException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where messages go. Name and password in the address become a header; a path may be a secret as well, so people are shown
 * the host only. Immutable.
 */
public final class WebhookTarget {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final URI address;
    private final @Nullable String authorization;

    private WebhookTarget(URI address, @Nullable String authorization) {
        this.address = address;
        this.authorization = authorization;
    }

    /**
     * Checks an address.
     *
     * @param where the variable it came from, for the message
     * @throws InputException when it is none that messages can go to; the address is not in the message
     */
    public static WebhookTarget parse(String where, String url) {
        try {
            URI uri = new URI(url);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            if (uri.getHost() == null || !(scheme.equals("https") || scheme.equals("http"))) {
                throw unusable(where);
            }
            String user = uri.getUserInfo();
            String authority = uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
            String path = uri.getRawPath() == null ? "" : uri.getRawPath();
            String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            return new WebhookTarget(
                    new URI(scheme + "://" + authority + path + query), user == null ? null : basic(user));
        } catch (URISyntaxException e) {
            // Its message holds the address, so it is not passed on.
            throw unusable(where);
        }
    }

    private static InputException unusable(String where) {
        return new InputException(where
                + " cannot be used: accepted is an address that begins with https:// or http:// and names a host.");
    }

    private static String basic(String user) {
        return "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
    }

    HttpRequest post(String json) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(json));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return request.build();
    }

    /** The host, for people. */
    @Override
    public String toString() {
        return address.getHost();
    }
}
