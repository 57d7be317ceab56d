package io.cleanplate.imaging;

import java.util.ArrayList;
import java.util.List;

/** Gathers what a format cannot keep into one sentence. Used by one thread. */
final class Lost {
    private final Format format;
    private final List<String> names = new ArrayList<>();

    Lost(Format format) {
        this.format = format;
    }

    /** Notes a thing if it is there. */
    void add(String name, boolean present) {
        if (present) {
            names.add(name);
        }
    }

    /** Adds the sentence when anything was noted. */
    void tell(List<String> notices) {
        if (!names.isEmpty()) {
            notices.add(format + " could not keep: " + String.join(", ", names) + ".");
        }
    }
}
