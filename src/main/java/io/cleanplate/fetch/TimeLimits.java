package io.cleanplate.fetch;

import java.time.Duration;

/**
 * How long to wait for the other side.
 *
 * @param connect for a connection
 * @param stall while not a byte comes
 * @param total from asking to the last byte, over all redirects
 */
public record TimeLimits(Duration connect, Duration stall, Duration total) {
    /** 10 and 20 seconds, 2 minutes. */
    public static final TimeLimits DEFAULT =
            new TimeLimits(Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofMinutes(2));
}
