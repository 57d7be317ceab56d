package io.cleanplate.desktop.queue;

import java.time.Duration;
import java.time.Instant;

/** How long ago something was, as people say it. */
public final class Ages {
    private static final long HOURS_A_DAY = 24;

    private Ages() {}

    /** In little room: {@code now}, {@code 5 min}, {@code 3 h}, {@code 2 d}. */
    public static String brief(Instant then, Instant now) {
        Duration age = Duration.between(then, now);
        if (age.toMinutes() < 1) {
            return "now";
        }
        if (age.toHours() < 1) {
            return age.toMinutes() + " min";
        }
        return age.toHours() < HOURS_A_DAY ? age.toHours() + " h" : "%,d d".formatted(age.toDays());
    }

    /** In words: {@code just now}, {@code 1 minute ago}, {@code 3 hours ago}, {@code 2 days ago}. */
    public static String ago(Instant then, Instant now) {
        Duration age = Duration.between(then, now);
        if (age.toMinutes() < 1) {
            return "just now";
        }
        if (age.toHours() < 1) {
            return some(age.toMinutes(), "minute");
        }
        return age.toHours() < HOURS_A_DAY ? some(age.toHours(), "hour") : some(age.toDays(), "day");
    }

    private static String some(long number, String unit) {
        return "%,d %s%s ago".formatted(number, unit, number == 1 ? "" : "s");
    }
}
