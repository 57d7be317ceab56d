package io.cleanplate.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;

/** What is plain text: the first page, the description of the interface, and the metrics. Thread-safe. */
final class PlainRoutes {
    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";
    private static final String FIRST_PAGE = """
            Cleanplate removes watermarks from news pictures.

            GET  /health                            how the service is
            GET  /health/live                       whether it runs
            GET  /health/ready                      whether it can work
            GET  /metrics                           figures for Prometheus
            GET  /api/stats                         pictures of every customer, by state
            GET  /api/customers                     customers and their settings
            GET  /api/customers/{id}/image-config   one customer's settings
            PUT  /api/customers/{id}/image-config   changes them
            GET  /api/auto-mark/runs                the last runs of the auto-mark job
            POST /api/auto-mark/run?customer={id}   starts one
            GET  /openapi.yaml                      all of this in detail
            """;

    private final Supplier<String> metrics;

    PlainRoutes(Supplier<String> metrics) {
        this.metrics = metrics;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/", call -> Reply.text("text/plain; charset=utf-8", FIRST_PAGE)),
                Route.get("/openapi.yaml", call -> Reply.text("application/yaml; charset=utf-8", description())),
                Route.get("/metrics", call -> Reply.text(PROMETHEUS, metrics.get())));
    }

    private static String description() {
        try (InputStream in = PlainRoutes.class.getResourceAsStream("/openapi.yaml")) {
            if (in == null) {
                throw new IllegalStateException("openapi.yaml is missing in the program's jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
