package io.cleanplate.telemetry;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Values of a label that come from outside. The first ones are kept, all later ones become {@value #OTHER}: each value is a
 * series that is never forgotten. Thread-safe.
 */
final class BoundedLabel {
    static final String OTHER = "other";

    private final int most;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    BoundedLabel(int most) {
        this.most = most;
    }

    String of(String value) {
        if (known.contains(value)) {
            return value;
        }
        synchronized (known) {
            return known.contains(value) || (known.size() < most && known.add(value)) ? value : OTHER;
        }
    }
}
