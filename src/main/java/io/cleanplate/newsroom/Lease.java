package io.cleanplate.newsroom;

import io.cleanplate.error.UnavailableException;
import java.time.Duration;
import java.util.Optional;

/** Work that only one server at a time may do, agreed on through the database. Thread-safe. */
public interface Lease {
    /**
     * Takes the lease if nobody holds it.
     *
     * @param name which work
     * @param term how long it is held at most, should this server die; counted by the servers' clocks
     * @return what holds it, or empty when another server does
     * @throws UnavailableException when the database is away
     */
    Optional<Held> acquire(String name, Duration term);

    /** A lease in hand. Belongs to one thread at a time. */
    interface Held extends AutoCloseable {
        /**
         * Holds it on, for a term from now.
         *
         * @return false when it had run out and another server may have it: the work should end
         * @throws UnavailableException when the database is away
         */
        boolean renew(Duration term);

        /** Gives it back; never throws, since it runs out by itself. */
        @Override
        void close();
    }
}
