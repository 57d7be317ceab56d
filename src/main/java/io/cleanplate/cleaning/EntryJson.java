package io.cleanplate.cleaning;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.cleanplate.error.InputException;
import io.cleanplate.newsroom.CleanedPicture;
import io.cleanplate.newsroom.NewsId;
import io.cleanplate.newsroom.PictureRef;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Outbox entries as JSON documents, UTF-8. Absent members are null. */
final class EntryJson {
    private static final int VERSION = 1;
    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private EntryJson() {}

    static byte[] write(OutboxEntry entry) {
        JsonObject json = new JsonObject();
        json.addProperty("version", VERSION);
        json.addProperty("database", entry.database());
        json.addProperty("customer", entry.picture().customer());
        json.addProperty("id", entry.picture().id().token());
        json.addProperty("image", entry.picture().image());
        json.addProperty("at", entry.at().toString());
        json.add("change", change(entry.change()));
        SavedFile file = entry.file();
        if (file != null) {
            json.add("file", file(file));
        }
        OutboxEntry.Obstacle obstacle = entry.obstacle();
        if (obstacle != null) {
            json.addProperty("obstacle", obstacle.name());
        }
        return (GSON.toJson(json) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads an entry.
     *
     * @param number its place in the order, which its name tells
     * @throws JsonParseException when it is none of this version
     */
    static OutboxEntry read(long number, byte[] bytes) {
        try {
            JsonObject json = JsonParser.parseString(new String(bytes, StandardCharsets.UTF_8))
                    .getAsJsonObject();
            if (member(json, "version").getAsInt() != VERSION) {
                throw new JsonParseException("another version");
            }
            JsonElement file = json.get("file");
            String obstacle = optional(json, "obstacle");
            return new OutboxEntry(
                    number,
                    text(json, "database"),
                    new PictureRef(text(json, "customer"), NewsId.parse(text(json, "id")), text(json, "image")),
                    change(member(json, "change").getAsJsonObject()),
                    Instant.parse(text(json, "at")),
                    file == null ? null : file(file.getAsJsonObject()),
                    obstacle == null ? null : OutboxEntry.Obstacle.valueOf(obstacle));
        } catch (IllegalArgumentException
                | IllegalStateException
                | UnsupportedOperationException
                | DateTimeException
                | InputException e) {
            throw new JsonParseException("not an entry", e);
        }
    }

    private static JsonObject change(Change change) {
        JsonObject json = new JsonObject();
        switch (change) {
            case Change.Clean clean -> json.addProperty("kind", "clean");
            case Change.Overwrite overwrite -> {
                json.addProperty("kind", "overwrite");
                json.addProperty("seen", overwrite.seen());
            }
            case Change.AsIs asIs -> {
                json.addProperty("kind", "as-is");
                json.addProperty("editor", asIs.editor());
            }
            case Change.Skip skip -> {
                json.addProperty("kind", "skip");
                json.addProperty("editor", skip.editor());
            }
            case Change.Reopen reopen -> {
                json.addProperty("kind", "reopen");
                json.addProperty("seen", reopen.seen());
            }
        }
        CleanedPicture cleaned = change.handedOn();
        if (cleaned != null) {
            json.addProperty("path", cleaned.path());
            json.addProperty("editor", cleaned.editor());
            json.addProperty("sha256", cleaned.sha256());
            json.addProperty("model", cleaned.model());
        }
        return json;
    }

    private static Change change(JsonObject json) {
        String kind = text(json, "kind");
        return switch (kind) {
            case "clean" -> new Change.Clean(cleaned(json));
            case "overwrite" -> new Change.Overwrite(optional(json, "seen"), cleaned(json));
            case "as-is" -> new Change.AsIs(text(json, "editor"));
            case "skip" -> new Change.Skip(text(json, "editor"));
            case "reopen" -> new Change.Reopen(optional(json, "seen"));
            default -> throw new JsonParseException("unknown change " + kind);
        };
    }

    private static CleanedPicture cleaned(JsonObject json) {
        return new CleanedPicture(
                text(json, "path"), text(json, "editor"), text(json, "sha256"), optional(json, "model"));
    }

    private static JsonObject file(SavedFile file) {
        JsonObject json = new JsonObject();
        json.addProperty("path", file.path().toString());
        json.addProperty("sha256", file.sha256());
        json.addProperty("reference", file.reference());
        json.addProperty("created", file.created());
        return json;
    }

    private static SavedFile file(JsonObject json) {
        return new SavedFile(
                Path.of(text(json, "path")),
                text(json, "sha256"),
                text(json, "reference"),
                member(json, "created").getAsBoolean(),
                List.of());
    }

    private static JsonElement member(JsonObject json, String name) {
        JsonElement member = json.get(name);
        if (member == null) {
            throw new JsonParseException("no " + name);
        }
        return member;
    }

    private static String text(JsonObject json, String name) {
        return member(json, name).getAsString();
    }

    private static @Nullable String optional(JsonObject json, String name) {
        JsonElement member = json.get(name);
        return member == null || member.isJsonNull() ? null : member.getAsString();
    }
}
