package io.cleanplate.server;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A path in which a whole segment in braces stands for any one segment, as in OpenAPI.
 *
 * @param text such as {@code /api/customers/{id}/image-config}
 */
record PathTemplate(String text) {
    /** What the braces stand for; empty when the path is another one. */
    Optional<Map<String, String>> match(List<String> segments) {
        List<String> wanted =
                text.equals("/") ? List.of() : List.of(text.substring(1).split("/", -1));
        if (wanted.size() != segments.size()) {
            return Optional.empty();
        }
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < wanted.size(); i++) {
            String part = wanted.get(i);
            if (part.startsWith("{")) {
                values.put(part.substring(1, part.length() - 1), segments.get(i));
            } else if (!part.equals(segments.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(values);
    }
}
