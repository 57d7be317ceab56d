package io.cleanplate.newsroom.mongo;

import java.time.Duration;

/**
 * How long the database may take. Each bounds a whole call: choosing a server, connecting, sending, the server's own work
 * and receiving.
 *
 * @param call a read or write
 * @param figures counting a whole collection, or carrying megabytes
 * @param ping saying whether it is there
 */
public record Deadlines(Duration call, Duration figures, Duration ping) {
    /** What the program uses. */
    public static final Deadlines USUAL =
            new Deadlines(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofMillis(900));
}
