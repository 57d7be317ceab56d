package io.cleanplate.watermark;

import io.cleanplate.watermark.Profile.Event;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Keeps a profile's history short enough to be read: further pictures of one day are one event, and old ones are joined. */
final class History {
    private static final int MOST = 50;

    private History() {}

    /** The sentence for pictures that were added to others. */
    static String more(int pictures) {
        return "Learned from " + pictures + " more picture" + (pictures == 1 ? "." : "s.");
    }

    /** With further pictures of the last version. */
    static List<Event> with(List<Event> history, Event more) {
        List<Event> longer = new ArrayList<>(history);
        if (longer.isEmpty()
                || !(joinable(longer.getLast(), more) && day(longer.getLast()).equals(day(more)))) {
            longer.add(more);
        } else {
            longer.set(longer.size() - 1, joined(longer.getLast(), more));
        }
        return shortened(longer);
    }

    /** Joins the oldest neighbours that only added pictures. What began a version stays. */
    static List<Event> shortened(List<Event> history) {
        List<Event> events = new ArrayList<>(history);
        for (int i = 0; i + 1 < events.size() && events.size() > MOST; ) {
            if (joinable(events.get(i), events.get(i + 1))) {
                events.set(i, joined(events.get(i), events.remove(i + 1)));
            } else {
                i++;
            }
        }
        return events;
    }

    private static boolean joinable(Event one, Event next) {
        return one.version() == next.version()
                && one.what().equals(more(one.pictures()))
                && next.what().equals(more(next.pictures()));
    }

    private static Event joined(Event one, Event next) {
        int pictures = one.pictures() + next.pictures();
        return new Event(next.time(), next.version(), pictures, more(pictures));
    }

    private static LocalDate day(Event event) {
        return LocalDate.ofInstant(event.time(), ZoneOffset.UTC);
    }
}
