package io.cleanplate.server;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.cleanplate.inpaint.device.Gpus;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** How the service is: for people, monitors, and what starts and stops it. Thread-safe. */
final class HealthRoutes {
    /** Its paths: answered while the server stops, too. */
    static final Set<String> PATHS = Set.of("/health", "/health/live", "/health/ready");

    private static final String SERVICE = "iopaint-ui";
    private static final String CUDA = "cuda:";

    private final HttpServices services;
    private final DatabaseProbe database;
    private final BooleanSupplier accepting;
    private final InstantSource clock;
    private final Instant started;

    /**
     * The server starts now.
     *
     * @param accepting whether the server takes on work; false once it stops
     */
    HealthRoutes(HttpServices services, DatabaseProbe database, BooleanSupplier accepting, InstantSource clock) {
        this.services = services;
        this.database = database;
        this.accepting = accepting;
        this.clock = clock;
        this.started = clock.instant();
    }

    List<Route> routes() {
        return List.of(
                Route.get("/health", call -> health()),
                Route.get("/health/live", call -> status(200, "alive")),
                Route.get("/health/ready", call -> ready()));
    }

    private Reply health() {
        boolean connected = database.connected();
        JsonObject json = new JsonObject();
        json.addProperty("status", connected ? "healthy" : "unhealthy");
        json.addProperty("service", SERVICE);
        json.addProperty("model", services.facts().model());
        json.addProperty("device", services.facts().device());
        json.addProperty("mongodb", connected ? "connected" : "disconnected");
        json.add("gpu", gpu());
        json.add("auto_mark", AutoMarkJson.status(services.autoMark().status()));
        json.addProperty("version", services.facts().version());
        json.addProperty(
                "uptime_seconds", Duration.between(started, clock.instant()).toSeconds());
        return Reply.json(connected ? 200 : 503, json);
    }

    private Reply ready() {
        if (!accepting.getAsBoolean()) {
            return status(503, "stopping");
        }
        return database.connected() ? status(200, "ready") : status(503, "database disconnected");
    }

    private JsonObject gpu() {
        Gpus gpus = services.facts().gpus();
        JsonObject json = new JsonObject();
        json.addProperty("available", !gpus.cards().isEmpty());
        String device = services.facts().device();
        json.add(
                "device_name",
                gpus.cards().stream()
                        // The card in use first; where none is, the driver's first.
                        .min(Comparator.comparing(card -> !device.equals(CUDA + card.index())))
                        .<JsonElement>map(card -> new JsonPrimitive(card.name()))
                        .orElse(JsonNull.INSTANCE));
        return json;
    }

    private static Reply status(int code, String status) {
        JsonObject json = new JsonObject();
        json.addProperty("status", status);
        return Reply.json(code, json);
    }
}
