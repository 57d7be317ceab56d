package io.cleanplate.newsroom.mongo;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import io.cleanplate.newsroom.Lease;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import net.javacrumbs.shedlock.core.ClockProvider;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.SimpleLock;
import net.javacrumbs.shedlock.provider.mongo.MongoLockProvider;
import net.javacrumbs.shedlock.support.LockException;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Leases as ShedLock keeps them, in a collection of our own. Thread-safe. */
public final class MongoLease implements Lease {
    private static final Logger LOG = LoggerFactory.getLogger(MongoLease.class);

    private final MongoConnection connection;
    private final MongoLockProvider locks;

    /** Leases in the connection's database. The connection stays the caller's. */
    public MongoLease(MongoConnection connection) {
        this.connection = connection;
        MongoCollection<Document> leases = connection.database().getCollection(MongoCollections.LEASES);
        locks = new MongoLockProvider(leases);
    }

    @Override
    public Optional<Held> acquire(String name, Duration term) {
        LockConfiguration wanted = new LockConfiguration(ClockProvider.now(), name, term, Duration.ZERO);
        return attempt(() -> locks.lock(wanted)).map(lock -> new HeldLock(lock, wanted.getLockAtMostUntil()));
    }

    private <T> T attempt(Supplier<T> work) {
        return connection.call(() -> {
            try {
                return work.get();
            } catch (LockException e) {
                if (e.getCause() instanceof MongoException fault) {
                    throw fault;
                }
                throw e;
            }
        });
    }

    /**
     * ShedLock gives back and renews by name and host, whoever holds the lock by then: another process of this host may.
     * So what has run out by our clock is left alone.
     */
    private final class HeldLock implements Held {
        private SimpleLock lock;
        private Instant until;

        private HeldLock(SimpleLock lock, Instant until) {
            this.lock = lock;
            this.until = until;
        }

        @Override
        public boolean renew(Duration term) {
            Instant now = ClockProvider.now();
            if (!now.isBefore(until)) {
                return false;
            }
            Optional<SimpleLock> renewed = attempt(() -> lock.extend(term, Duration.ZERO));
            renewed.ifPresent(next -> lock = next);
            until = renewed.isPresent() ? now.plus(term) : now;
            return renewed.isPresent();
        }

        @Override
        public void close() {
            if (ClockProvider.now().isBefore(until)) {
                until = Instant.MIN;
                try {
                    lock.unlock();
                } catch (MongoException | LockException e) {
                    LOG.warn("The lease could not be given back: it runs out by itself");
                }
            }
        }
    }
}
