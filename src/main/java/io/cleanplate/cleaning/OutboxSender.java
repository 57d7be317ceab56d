package io.cleanplate.cleaning;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends what waits in an outbox, at once and then from time to time, whatever went wrong before. Thread-safe. */
public final class OutboxSender implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxSender.class);

    private final Outbox outbox;
    private final BooleanSupplier connected;
    private final ScheduledFuture<?> rounds;

    /**
     * Begins.
     *
     * @param connected whether the database answers, asked when something waits; as {@code Newsroom::connected}
     * @param pause from the end of one round to the next
     */
    public OutboxSender(Outbox outbox, BooleanSupplier connected, ScheduledExecutorService threads, Duration pause) {
        this.outbox = outbox;
        this.connected = connected;
        this.rounds = threads.scheduleWithFixedDelay(this::round, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void round() {
        try {
            if (outbox.holdsAny() && connected.getAsBoolean()) {
                outbox.sendAll();
            }
        } catch (RuntimeException e) {
            LOG.error("Sending the outbox failed; it is tried again", e);
        }
    }

    /** Begins no further round. */
    @Override
    public void close() {
        rounds.cancel(false);
    }
}
