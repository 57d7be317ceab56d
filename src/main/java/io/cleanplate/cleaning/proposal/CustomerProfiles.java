package io.cleanplate.cleaning.proposal;

import io.cleanplate.watermark.KeptProfile;
import io.cleanplate.watermark.ProfileStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One customer's profiles as they were read last. Thread-safe. */
final class CustomerProfiles {
    private final ProfileStore store;
    private final String customer;
    private Map<String, Long> revisions = Map.of();
    private volatile List<KeptProfile> known = List.of();
    private volatile @Nullable Instant begun;
    private final AtomicInteger changes = new AtomicInteger();
    private volatile int triedAfter = -1;

    CustomerProfiles(ProfileStore store, String customer) {
        this.store = store;
        this.customer = customer;
    }

    /** Never blocks. */
    List<KeptProfile> known() {
        return known;
    }

    /** Whether reading them was tried since the last change that is known of. */
    boolean tried() {
        return triedAfter == changes.get();
    }

    /** Says that some were changed just now. */
    void changed() {
        changes.incrementAndGet();
    }

    /** Whether reading them began no longer ago than that. */
    boolean fresh(Instant now, Duration most) {
        Instant last = begun;
        if (last == null) {
            return false;
        }
        Duration age = Duration.between(last, now);
        // A clock that was set back makes nothing fresh.
        return !age.isNegative() && age.compareTo(most) <= 0;
    }

    /**
     * Reads those that changed.
     *
     * @return whether any did
     * @throws io.cleanplate.error.UnavailableException when the database is away; those known stay
     */
    synchronized boolean read(Instant now) {
        begun = now;
        int after = changes.get();
        try {
            Map<String, Long> current = store.revisions(customer);
            if (current.equals(revisions)) {
                return false;
            }
            known = List.copyOf(store.of(customer));
            // Read before the profiles: what changed between the two is read once more, never missed.
            revisions = Map.copyOf(current);
            return true;
        } finally {
            triedAfter = after;
        }
    }
}
