package io.cleanplate.telemetry;

import io.cleanplate.newsroom.DatabaseListener;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** The database's connections and commands. Thread-safe. */
final class DatabaseMeters implements DatabaseListener {
    private static final int MOST_COMMANDS = 40;

    private final MeterRegistry registry;
    private final BoundedLabel commands = new BoundedLabel(MOST_COMMANDS);
    private final AtomicLong open = new AtomicLong();
    private final AtomicLong inUse = new AtomicLong();
    private final Counter denied;

    DatabaseMeters(MeterRegistry registry) {
        this.registry = registry;
        Gauge.builder("cleanplate.mongodb.pool.connections", open, AtomicLong::doubleValue)
                .description("Open connections")
                .register(registry);
        Gauge.builder("cleanplate.mongodb.pool.in.use", inUse, AtomicLong::doubleValue)
                .description("Connections that a command uses")
                .register(registry);
        denied = Counter.builder("cleanplate.mongodb.pool.denied")
                .description("Times that no connection could be had")
                .register(registry);
    }

    @Override
    public void command(String name, Duration took, boolean done) {
        Timer.builder("cleanplate.mongodb.commands")
                .description("Commands sent to the database")
                .tag("command", commands.of(name))
                .tag("result", done ? "done" : "failed")
                .register(registry)
                .record(took);
    }

    @Override
    public void pool(Pool event) {
        switch (event) {
            case OPENED -> open.incrementAndGet();
            case CLOSED -> open.decrementAndGet();
            case TAKEN -> inUse.incrementAndGet();
            case GIVEN_BACK -> inUse.decrementAndGet();
            case DENIED -> denied.increment();
        }
    }
}
