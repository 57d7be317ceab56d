package io.cleanplate.automark;

import io.cleanplate.error.InputException;
import io.cleanplate.newsroom.AutoMarkQuery;
import java.time.Duration;

/**
 * How the job runs.
 *
 * @param enabled whether runs are scheduled
 * @param interval from one run to the next, at least a minute
 * @param batchSize most pictures a customer and run, 1 to {@value AutoMarkQuery#MOST}
 */
public record AutoMarkSettings(boolean enabled, Duration interval, int batchSize) {
    /** When nobody says otherwise. */
    public static final AutoMarkSettings DEFAULT = new AutoMarkSettings(true, Duration.ofMinutes(5), 50);

    /** Checks the ranges. */
    public AutoMarkSettings {
        if (interval.compareTo(Duration.ofMinutes(1)) < 0) {
            throw new InputException("The auto-mark interval is " + interval.toSeconds()
                    + " seconds: accepted are whole minutes from 1.");
        }
        if (batchSize < 1 || batchSize > AutoMarkQuery.MOST) {
            throw new InputException(
                    "The auto-mark batch size is " + batchSize + ": accepted are 1 to " + AutoMarkQuery.MOST + ".");
        }
    }
}
