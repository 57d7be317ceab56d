package io.cleanplate.newsroom;

import java.time.Duration;

/**
 * Is told how the database's connections and commands do, for metrics. Called on whatever thread the driver has, at once and
 * often: implementations are thread-safe, return at once and throw nothing.
 */
public interface DatabaseListener {
    /** What happens to connections of the pool. */
    enum Pool {
        /** One was opened. */
        OPENED,
        /** One was closed. */
        CLOSED,
        /** One was taken for a command. */
        TAKEN,
        /** One was given back. */
        GIVEN_BACK,
        /** None could be had. */
        DENIED
    }

    /**
     * A command was answered, or failed.
     *
     * @param name the command's, such as {@code find}
     * @param took from sending to the answer
     * @param done false when it failed
     */
    void command(String name, Duration took, boolean done);

    /** Something happened to a connection. */
    void pool(Pool event);
}
