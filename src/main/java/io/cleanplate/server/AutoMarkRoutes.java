package io.cleanplate.server;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.cleanplate.automark.AutoMark;
import io.cleanplate.automark.RunRequest;
import io.cleanplate.newsroom.CustomerSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Starts runs of the auto-mark job and tells of those that ended. Thread-safe. */
final class AutoMarkRoutes {
    private static final String RUNS = "/api/auto-mark/runs";
    private static final String CUSTOMER = "customer";

    private final AutoMark autoMark;
    private final KnownCustomers customers;

    AutoMarkRoutes(AutoMark autoMark, KnownCustomers customers) {
        this.autoMark = autoMark;
        this.customers = customers;
    }

    List<Route> routes() {
        return List.of(Route.post("/api/auto-mark/run", this::run), Route.get(RUNS, call -> runs()));
    }

    private Reply run(Call call) {
        call.query().only(Set.of(CUSTOMER));
        Optional<String> customer = call.query().get(CUSTOMER);
        customer.ifPresent(this::checkSwitchedOn);
        return switch (autoMark.request(customer.orElse(null))) {
            case RunRequest.Accepted run -> accepted(run.id(), customer.orElse(null));
            case RunRequest.AlreadyRunning other ->
                throw new ProblemException(
                        ProblemKind.CONFLICT,
                        "The auto-mark run " + other.id() + " has not ended: ask again once " + RUNS + " lists it.");
            case RunRequest.Stopped none -> throw new ProblemException(Problem.stopping());
        };
    }

    private void checkSwitchedOn(String customer) {
        CustomerSettings settings = customers.settings(customer);
        if (!settings.autoMarkCleaned()) {
            throw new ProblemException(
                    ProblemKind.CONFLICT,
                    "The customer '" + customer + "' has auto-mark off: switch it on in its image-config first.");
        }
    }

    private static Reply accepted(long id, @Nullable String customer) {
        JsonObject json = new JsonObject();
        json.addProperty("id", id);
        json.addProperty(CUSTOMER, customer);
        json.addProperty("runs", RUNS);
        return Reply.json(202, json).with(Map.of("Location", RUNS));
    }

    private Reply runs() {
        JsonObject json = new JsonObject();
        json.add("running", AutoMarkJson.running(autoMark.status().running()));
        JsonArray runs = new JsonArray();
        autoMark.lastRuns().forEach(report -> runs.add(AutoMarkJson.report(report)));
        json.add("runs", runs);
        return Reply.json(json);
    }
}
