package io.cleanplate.server;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import io.cleanplate.automark.AutoMarkStatus;
import io.cleanplate.automark.CustomerReport;
import io.cleanplate.automark.MarkCounts;
import io.cleanplate.automark.RunReport;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The auto-mark job and its runs as JSON. */
final class AutoMarkJson {
    private AutoMarkJson() {}

    static JsonObject status(AutoMarkStatus status) {
        RunReport last = status.lastRun();
        JsonObject json = new JsonObject();
        json.addProperty("enabled", status.enabled());
        json.addProperty("interval_minutes", status.interval().toMinutes());
        json.addProperty("standby", status.standby());
        json.addProperty("running", status.running() != null);
        json.add("last_run", Json.time(last == null ? null : last.finished()));
        json.addProperty("last_result", last == null ? null : word(last.result()));
        json.add("next_run", Json.time(status.nextRun()));
        return json;
    }

    /** What goes on now; null when nothing does. */
    static JsonElement running(RunReport.@Nullable Run run) {
        return run == null ? JsonNull.INSTANCE : run(run);
    }

    static JsonObject report(RunReport report) {
        JsonObject json = run(report.run());
        json.add("finished", Json.time(report.finished()));
        json.addProperty("result", word(report.result()));
        json.addProperty("error", report.error());
        addCounts(json, report.counts());
        JsonArray customers = new JsonArray();
        report.customers().forEach(customer -> customers.add(customer(customer)));
        json.add("customers", customers);
        return json;
    }

    private static JsonObject run(RunReport.Run run) {
        JsonObject json = new JsonObject();
        json.addProperty("id", run.id());
        json.addProperty("trigger", word(run.order().trigger()));
        json.addProperty("customer", run.order().customer());
        json.add("started", Json.time(run.started()));
        return json;
    }

    private static JsonObject customer(CustomerReport report) {
        JsonObject json = new JsonObject();
        json.addProperty("customer_id", report.customer());
        json.add("started", Json.time(report.started()));
        json.add("finished", Json.time(report.finished()));
        addCounts(json, report.counts());
        json.addProperty("pending_left", report.pendingLeft());
        json.addProperty("error", report.error());
        return json;
    }

    private static void addCounts(JsonObject json, MarkCounts counts) {
        json.addProperty("found", counts.found());
        json.addProperty("marked", counts.marked());
        json.addProperty("failed", counts.failed());
        json.addProperty("lost", counts.lost());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
