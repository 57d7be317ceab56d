package io.cleanplate.telemetry;

import io.cleanplate.automark.AutoMarkListener;
import io.cleanplate.automark.CustomerReport;
import io.cleanplate.automark.RunReport;
import io.cleanplate.automark.RunResult;
import io.cleanplate.automark.Trigger;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** Runs of the auto-mark job, and their pictures by customer. Thread-safe. */
final class AutoMarkMeters implements AutoMarkListener {
    private final MeterRegistry registry;
    private final BoundedLabel customers;
    private final AtomicLong lastSuccess = new AtomicLong();

    AutoMarkMeters(MeterRegistry registry, BoundedLabel customers) {
        this.registry = registry;
        this.customers = customers;
        Gauge.builder("cleanplate.automark.last.success", lastSuccess, AtomicLong::doubleValue)
                .description("When a run last went well, in seconds since 1970; 0 when none did")
                .baseUnit("seconds")
                .register(registry);
        // There from the start: an alert can tell a run that never failed from a server that says nothing.
        for (RunResult result : RunResult.values()) {
            runs(Trigger.SCHEDULED, result);
        }
    }

    @Override
    public void customerFinished(CustomerReport report) {
        String customer = customers.of(report.customer());
        count(
                "cleanplate.automark.marked",
                "Pictures marked",
                customer,
                report.counts().marked());
        count(
                "cleanplate.automark.failed",
                "Pictures that the database refused to mark",
                customer,
                report.counts().failed());
        count(
                "cleanplate.automark.lost",
                "Pictures that somebody else took care of first",
                customer,
                report.counts().lost());
        count(
                "cleanplate.automark.broken",
                "Turns of a customer that broke off",
                customer,
                report.error() == null ? 0 : 1);
    }

    @Override
    public void runFinished(RunReport report) {
        runs(report.run().order().trigger(), report.result()).record(report.took());
        if (report.result() == RunResult.DONE) {
            lastSuccess.set(report.finished().getEpochSecond());
        }
    }

    private Timer runs(Trigger trigger, RunResult result) {
        return Timer.builder("cleanplate.automark.run")
                .description("Runs of the job")
                .tag("trigger", trigger.name().toLowerCase(Locale.ROOT))
                .tag("result", result.name().toLowerCase(Locale.ROOT))
                .register(registry);
    }

    private void count(String name, String description, String customer, long more) {
        Counter.builder(name)
                .description(description)
                .tag("customer", customer)
                .register(registry)
                .increment((double) more);
    }
}
