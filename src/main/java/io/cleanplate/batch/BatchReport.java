package io.cleanplate.batch;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.cleanplate.batch.Outcome.Status;
import io.cleanplate.batch.Outcome.Work;
import io.cleanplate.inpaint.InpaintResult.PassSize;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a batch, for programs to read.
 *
 * @param run what the batch ran on and when
 * @param outcomes what became of each picture
 */
public record BatchReport(Run run, List<Outcome> outcomes) {
    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    /** Keeps a copy of the list. */
    public BatchReport {
        outcomes = List.copyOf(outcomes);
    }

    /**
     * What a batch ran on and when.
     *
     * @param version of Cleanplate
     * @param model its name
     * @param device where it ran
     * @param started when the first picture was begun
     * @param finished when the last was through
     */
    public record Run(String version, String model, String device, Instant started, Instant finished) {}

    /** How many pictures came to this end. */
    public long count(Status status) {
        return outcomes.stream().filter(outcome -> outcome.status() == status).count();
    }

    /** The report as a JSON document, UTF-8. Times are milliseconds to a tenth; absent members do not apply. */
    public byte[] toJson() {
        JsonObject json = new JsonObject();
        json.addProperty("version", run.version());
        json.addProperty("model", run.model());
        json.addProperty("device", run.device());
        json.addProperty("started", run.started().toString());
        json.addProperty("finished", run.finished().toString());
        for (Status status : Status.values()) {
            json.addProperty(name(status), count(status));
        }
        JsonArray pictures = new JsonArray();
        outcomes.forEach(outcome -> pictures.add(picture(outcome)));
        json.add("pictures", pictures);
        return (GSON.toJson(json) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static JsonObject picture(Outcome outcome) {
        JsonObject json = new JsonObject();
        json.addProperty("input", outcome.input().toString());
        add(json, "output", outcome.output());
        json.addProperty("status", name(outcome.status()));
        Work work = outcome.work();
        if (work != null) {
            json.addProperty("width", work.width());
            json.addProperty("height", work.height());
            json.addProperty("passes", work.passes().size());
            JsonArray sizes = new JsonArray();
            for (PassSize size : work.passes()) {
                sizes.add(size.width() + "x" + size.height());
            }
            json.add("sizes", sizes);
            if (work.confidence() != null) {
                json.addProperty("confidence", Math.round(work.confidence() * 1000) / 1000.0);
            }
            JsonObject milliseconds = new JsonObject();
            milliseconds.addProperty("decode", tenths(work.millis().decode()));
            milliseconds.addProperty("inference", tenths(work.millis().inference()));
            milliseconds.addProperty("encode", tenths(work.millis().encode()));
            milliseconds.addProperty("write", tenths(work.millis().write()));
            json.add("milliseconds", milliseconds);
        }
        if (!outcome.notices().isEmpty()) {
            json.add("notices", GSON.toJsonTree(outcome.notices()));
        }
        add(json, outcome.status() == Status.LEFT_ALONE ? "reason" : "error", outcome.error());
        return json;
    }

    private static void add(JsonObject json, String name, @Nullable Object value) {
        if (value != null) {
            json.addProperty(name, value.toString());
        }
    }

    private static String name(Status status) {
        return switch (status) {
            case DONE -> "done";
            case SKIPPED -> "skipped";
            case LEFT_ALONE -> "left_alone";
            case FAILED -> "failed";
            case NOT_BEGUN -> "not_begun";
        };
    }

    private static double tenths(double millis) {
        return Math.round(millis * 10) / 10.0;
    }
}
