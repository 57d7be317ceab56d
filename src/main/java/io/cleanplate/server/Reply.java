package io.cleanplate.server;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Map;

/**
 * An answer.
 *
 * @param status HTTP's code
 * @param contentType of the text; empty when there is none
 * @param text sent as UTF-8; may be empty
 * @param headers beyond those that every answer carries
 */
record Reply(int status, String contentType, String text, Map<String, String> headers) {
    private static final Gson GSON =
            new GsonBuilder().serializeNulls().disableHtmlEscaping().create();

    /** Copies the headers. */
    Reply {
        headers = Map.copyOf(headers);
    }

    static Reply json(JsonElement json) {
        return json(200, json);
    }

    static Reply json(int status, JsonElement json) {
        return new Reply(status, "application/json", GSON.toJson(json) + "\n", Map.of());
    }

    static Reply text(String contentType, String text) {
        return new Reply(200, contentType, text, Map.of());
    }

    static Reply nothing(Map<String, String> headers) {
        return new Reply(204, "", "", headers);
    }

    /** This with these headers. */
    Reply with(Map<String, String> more) {
        return new Reply(status, contentType, text, more);
    }

    static Reply of(Problem problem) {
        JsonObject json = new JsonObject();
        json.addProperty("type", "about:blank");
        json.addProperty("title", problem.kind().title());
        json.addProperty("status", problem.kind().status());
        json.addProperty("detail", problem.detail());
        if (problem.code() != null) {
            json.addProperty("code", problem.code());
        }
        return new Reply(
                problem.kind().status(), "application/problem+json", GSON.toJson(json) + "\n", problem.headers());
    }
}
