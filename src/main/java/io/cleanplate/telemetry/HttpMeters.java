package io.cleanplate.telemetry;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Set;

/** Requests that the server answered. Thread-safe. */
public final class HttpMeters {
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final int MOST_ROUTES = 50;

    private final MeterRegistry registry;
    private final BoundedLabel routes = new BoundedLabel(MOST_ROUTES);

    HttpMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /**
     * A request was answered.
     *
     * @param method as sent; unusual ones count as one
     * @param route the route's template, such as {@code /api/customers/{id}/image-config}; never the path as sent
     * @param status the answer's
     * @param took from the first byte of the request to the last of the answer
     */
    public void answered(String method, String route, int status, Duration took) {
        Timer.builder("cleanplate.http.requests")
                .description("Requests answered")
                .tag("method", METHODS.contains(method) ? method : BoundedLabel.OTHER)
                .tag("route", routes.of(route))
                .tag("status", status >= 100 && status < 600 ? String.valueOf(status) : BoundedLabel.OTHER)
                .register(registry)
                .record(took);
    }
}
