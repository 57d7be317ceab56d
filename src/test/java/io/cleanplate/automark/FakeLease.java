package io.cleanplate.automark;

import io.cleanplate.error.UnavailableException;
import io.cleanplate.newsroom.Lease;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One lease, kept in memory by the tests' clock, that several servers share. */
final class FakeLease implements Lease {
    private final InstantSource clock;
    private @Nullable Object holder;
    private Instant until = Instant.MIN;
    boolean away;

    FakeLease(InstantSource clock) {
        this.clock = clock;
    }

    boolean held() {
        return holder != null && clock.instant().isBefore(until);
    }

    @Override
    public Optional<Held> acquire(String name, Duration term) {
        check();
        if (held()) {
            return Optional.empty();
        }
        Held held = new Holding();
        holder = held;
        until = clock.instant().plus(term);
        return Optional.of(held);
    }

    private void check() {
        if (away) {
            throw new UnavailableException("The database at fake does not answer.");
        }
    }

    private final class Holding implements Held {
        @Override
        public boolean renew(Duration term) {
            check();
            if (holder != this || !held()) {
                return false;
            }
            until = clock.instant().plus(term);
            return true;
        }

        @Override
        public void close() {
            if (holder == this) {
                holder = null;
            }
        }
    }
}
