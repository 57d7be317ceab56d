package io.cleanplate.automark;

import io.cleanplate.newsroom.Lease;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Keeps this server the one that makes the scheduled runs, for as long as it asks often enough. Belongs to the job's
 * thread.
 */
final class LeaseKeeper {
    static final String NAME = "auto-mark";

    private final Lease lease;
    private final Duration term;
    private Lease.@Nullable Held held;

    LeaseKeeper(Lease lease, Duration term) {
        this.lease = lease;
        this.term = term;
    }

    /**
     * Holds the lease for a term from now, if it is ours or nobody's.
     *
     * @throws io.cleanplate.error.UnavailableException when the database is away
     */
    boolean hold() {
        if (held != null && held.renew(term)) {
            return true;
        }
        held = null;
        held = lease.acquire(NAME, term).orElse(null);
        return held != null;
    }

    void release() {
        if (held != null) {
            held.close();
            held = null;
        }
    }
}
