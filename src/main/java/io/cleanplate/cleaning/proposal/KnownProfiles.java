package io.cleanplate.cleaning.proposal;

import io.cleanplate.error.CleanplateException;
import io.cleanplate.newsroom.NewsImage;
import io.cleanplate.watermark.KeptProfile;
import io.cleanplate.watermark.ProfileStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The profiles of the customers whose pictures are worked on, as they were read last: anew in the background when they are
 * asked for and older than some seconds. While the database is away, those known stay. Thread-safe.
 */
final class KnownProfiles {
    private static final Logger LOG = LoggerFactory.getLogger(KnownProfiles.class);
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final ProfileStore store;
    private final InstantSource time;
    private final Executor background;
    private final Runnable changed;
    private final Map<String, CustomerProfiles> customers = new HashMap<>();
    private final Set<String> asked = new HashSet<>();
    private boolean away;

    /**
     * Knows none yet.
     *
     * @param changed told when profiles were read that were not known
     */
    KnownProfiles(ProfileStore store, InstantSource time, Executor background, Runnable changed) {
        this.store = store;
        this.time = time;
        this.background = background;
        this.changed = changed;
    }

    /** Those that are on for a picture's source. Never blocks; none while not known yet. */
    List<KeptProfile> of(NewsImage image) {
        CustomerProfiles customer = customer(image.ref().customer());
        if (!customer.fresh(time.instant(), FRESH)) {
            readSoon(image.ref().customer());
        }
        return used(customer, SourceName.of(image).source());
    }

    /** Those that are on for a picture's source; reads them first where that was not tried since they changed. */
    List<KeptProfile> afterReading(NewsImage image) {
        String customer = image.ref().customer();
        if (!customer(customer).tried()) {
            read(customer);
        }
        return of(image);
    }

    /** Reads all anew, in the background. */
    void readAgain() {
        Map<String, CustomerProfiles> all;
        synchronized (this) {
            all = Map.copyOf(customers);
        }
        all.values().forEach(CustomerProfiles::changed);
        all.keySet().forEach(this::readSoon);
    }

    /** Whether the last attempt to read failed. */
    synchronized boolean away() {
        return away;
    }

    private static List<KeptProfile> used(CustomerProfiles customer, String source) {
        return customer.known().stream()
                .filter(kept -> kept.enabled() && kept.sources().contains(source))
                .toList();
    }

    private synchronized CustomerProfiles customer(String customer) {
        return customers.computeIfAbsent(customer, each -> new CustomerProfiles(store, each));
    }

    private void readSoon(String customer) {
        synchronized (this) {
            if (!asked.add(customer)) {
                return;
            }
        }
        background.execute(() -> {
            synchronized (this) {
                // Who asks from now on may know of changes that are not read any more.
                asked.remove(customer);
            }
            read(customer);
        });
    }

    private void read(String customer) {
        try {
            boolean news = customer(customer).read(time.instant());
            turned(false);
            if (news) {
                changed.run();
            }
        } catch (CleanplateException e) {
            if (turned(true)) {
                LOG.warn("Profiles of marks cannot be read, those read before are used: {}", e.getMessage());
            }
        }
    }

    /** Whether that is news. */
    private synchronized boolean turned(boolean failing) {
        boolean news = away != failing;
        away = failing;
        return news;
    }
}
