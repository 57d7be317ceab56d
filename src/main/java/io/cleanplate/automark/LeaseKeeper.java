package io.cleanplate.automark;

import io.cleanplate.error.UnavailableException;
import io.cleanplate.newsroom.Lease;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps this server the one that makes the scheduled runs, for as long as it is asked once a beat. Belongs to the job's
 * thread.
 */
final class LeaseKeeper {
    static final String NAME = "auto-mark";

    private static final Logger LOG = LoggerFactory.getLogger(LeaseKeeper.class);

    private final Lease lease;
    private final Duration beat;
    private final InstantSource clock;
    private Lease.@Nullable Held held;
    private Instant asked = Instant.MIN;

    /**
     * Holds nothing yet.
     *
     * @param beat how often the lease is renewed; it runs out after two
     */
    LeaseKeeper(Lease lease, Duration beat, InstantSource clock) {
        this.lease = lease;
        this.beat = beat;
        this.clock = clock;
    }

    /**
     * Holds the lease for two beats from now, if it is ours or nobody's.
     *
     * @throws UnavailableException when the database is away
     */
    boolean hold() {
        asked = clock.instant();
        Duration term = beat.multipliedBy(2);
        if (held != null && held.renew(term)) {
            return true;
        }
        held = null;
        held = lease.acquire(NAME, term).orElse(null);
        return held != null;
    }

    /** Whether it is still ours, renewed when a beat has passed. While the database is away it counts as ours. */
    boolean stillHeld() {
        if (!clock.instant().isAfter(asked.plus(beat))) {
            return held != null;
        }
        try {
            return hold();
        } catch (UnavailableException e) {
            LOG.debug("The lease could not be renewed (auto-mark)", e);
            return true;
        }
    }

    void release() {
        if (held != null) {
            held.close();
            held = null;
        }
    }
}
