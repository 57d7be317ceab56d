package io.cleanplate.server;

import com.google.gson.JsonObject;
import java.util.Map;

/**
 * A request, as a handler sees it.
 *
 * @param path what the braces of the route's path stand for
 * @param query what follows the path
 * @param body what it brings; empty where the route takes nothing
 */
record Call(Map<String, String> path, Query query, JsonObject body) {
    /** What stands for a segment in braces. */
    String segment(String name) {
        String value = path.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the route has no {" + name + "}");
        }
        return value;
    }
}
