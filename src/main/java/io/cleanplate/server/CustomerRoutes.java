package io.cleanplate.server;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.cleanplate.newsroom.CustomerRegistry;
import io.cleanplate.newsroom.CustomerSettings;
import io.cleanplate.newsroom.SettingsChange;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Customers and their settings. Thread-safe. */
final class CustomerRoutes {
    private static final Logger LOG = LoggerFactory.getLogger(CustomerRoutes.class);
    private static final String CONFIG = "/api/customers/{id}/image-config";

    private final CustomerRegistry registry;
    private final KnownCustomers known;

    CustomerRoutes(CustomerRegistry registry, KnownCustomers known) {
        this.registry = registry;
        this.known = known;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/api/customers", call -> all()),
                Route.get(CONFIG, call -> Reply.json(ImageConfigJson.of(known.settings(call.segment("id"))))),
                Route.put(CONFIG, this::change));
    }

    private Reply all() {
        Map<String, CustomerSettings> all = new TreeMap<>();
        registry.customers().forEach(customer -> all.put(customer, CustomerSettings.byHand(customer)));
        registry.allSettings().forEach(settings -> all.put(settings.customer(), settings));
        JsonArray customers = new JsonArray();
        all.values().forEach(settings -> customers.add(ImageConfigJson.of(settings)));
        JsonObject json = new JsonObject();
        json.add("customers", customers);
        return Reply.json(json);
    }

    private Reply change(Call call) {
        SettingsChange change = ImageConfigJson.change(call.segment("id"), call.body());
        known.settings(change.customer());
        CustomerSettings saved = registry.save(change);
        LOG.info(
                "Settings of customer {} saved by {}: auto-mark {}",
                saved.customer(),
                saved.updatedBy(),
                saved.autoMarkCleaned() ? "on" : "off");
        return Reply.json(ImageConfigJson.of(saved));
    }
}
