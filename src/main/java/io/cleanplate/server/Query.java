package io.cleanplate.server;

import io.cleanplate.error.InputException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parameters after a path's question mark.
 *
 * @param values by name, decoded
 */
record Query(Map<String, String> values) {
    /**
     * Reads them.
     *
     * @param raw as sent; null when there are none
     * @throws InputException when one is there twice: which of the two counts, nobody could say
     */
    static Query parse(@Nullable String raw) {
        Map<String, String> values = new LinkedHashMap<>();
        if (raw != null && !raw.isEmpty()) {
            for (String pair : raw.split("&", -1)) {
                int equals = pair.indexOf('=');
                String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
                String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
                if (values.putIfAbsent(name, value) != null) {
                    throw new InputException("The parameter '" + name + "' is there twice: give it once.");
                }
            }
        }
        return new Query(values);
    }

    /**
     * One of them.
     *
     * @throws InputException when it is there without a value
     */
    Optional<String> get(String name) {
        String value = values.get(name);
        if (value != null && value.isBlank()) {
            throw new InputException("The parameter '" + name + "' is empty: give it a value or leave it out.");
        }
        return Optional.ofNullable(value);
    }

    /**
     * Checks that there are no others: a misspelt one must not widen what is done.
     *
     * @throws InputException that names one that is not accepted
     */
    void only(Set<String> accepted) {
        for (String name : values.keySet()) {
            if (!accepted.contains(name)) {
                throw new InputException("The parameter '" + name + "' is not known here: accepted is "
                        + String.join(", ", accepted) + ".");
            }
        }
    }

    private static String decoded(String raw) {
        return URLDecoder.decode(raw, StandardCharsets.UTF_8);
    }
}
