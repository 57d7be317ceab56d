package io.cleanplate.server;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether the database is there, for many who ask at once: it is asked once a second at most and by one thread at a time,
 * and nobody waits for it longer than that. Thread-safe.
 */
final class DatabaseProbe {
    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofMillis(950);

    private final BooleanSupplier connected;
    private final Executor background;
    private final InstantSource clock;
    private final Object lock = new Object();
    private @Nullable Look last;

    private record Look(Instant at, CompletableFuture<Boolean> answer) {}

    /**
     * Asks nothing yet.
     *
     * @param connected asks the database; may take its time
     * @param background where it is asked
     */
    DatabaseProbe(BooleanSupplier connected, Executor background, InstantSource clock) {
        this.connected = connected;
        this.background = background;
        this.clock = clock;
    }

    /** The answer, at most a second old; false when there is none in time. */
    boolean connected() {
        try {
            return look().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("asking whether the database is there must not fail", e);
        }
    }

    private CompletableFuture<Boolean> look() {
        synchronized (lock) {
            Instant now = clock.instant();
            if (last == null || (last.answer().isDone() && isOld(last, now))) {
                last = new Look(now, CompletableFuture.supplyAsync(connected::getAsBoolean, background));
            }
            return last.answer();
        }
    }

    private static boolean isOld(Look look, Instant now) {
        // A clock that was put back makes a look old, too: else it would count until the clock has caught up.
        return Duration.between(look.at(), now).abs().compareTo(FRESH) >= 0;
    }
}
