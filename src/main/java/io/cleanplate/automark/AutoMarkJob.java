package io.cleanplate.automark;

import io.cleanplate.error.InputException;
import io.cleanplate.error.UnavailableException;
import io.cleanplate.newsroom.CustomerSettings;
import io.cleanplate.newsroom.Newsroom;
import io.cleanplate.task.TaskMonitor;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Marks pending pictures of customers with auto-mark on as cleaned: their {@code clean_image} becomes their own
 * {@code image}. Downloads nothing. Thread-safe, also against editors and other servers on the same database.
 */
public final class AutoMarkJob {
    /** What a drain takes at once, if batches are smaller: it wants to be through, and a batch is a round trip. */
    static final int DRAIN_BATCH = 1000;

    private static final Logger LOG = LoggerFactory.getLogger(AutoMarkJob.class);

    private final Newsroom newsroom;
    private final int batchSize;
    private final InstantSource clock;
    private final Listeners listeners = new Listeners();
    private final AtomicLong ids = new AtomicLong();

    /**
     * A job that does nothing until it is run.
     *
     * @param batchSize most pictures a customer and run
     */
    public AutoMarkJob(Newsroom newsroom, int batchSize, InstantSource clock) {
        this.newsroom = newsroom;
        this.batchSize = batchSize;
        this.clock = clock;
    }

    /** Tells a listener of all that happens from now on. */
    public void listen(AutoMarkListener listener) {
        listeners.add(listener);
    }

    /** Gives a run its number and its start. */
    public RunReport.Run begin(RunOrder order) {
        return new RunReport.Run(ids.incrementAndGet(), clock.instant(), order);
    }

    /**
     * Runs on this thread until done. What goes wrong is logged and in the report, never thrown.
     *
     * @param monitor told of a drain's progress in pictures, and asked between batches whether to stop
     */
    public RunReport run(RunReport.Run run, TaskMonitor monitor) {
        LOG.info("Running auto-mark job...");
        Progress progress = new Progress();
        try {
            everyCustomer(run.order(), monitor, progress);
        } catch (RuntimeException e) {
            progress.error = FailureLog.note("The job failed", e);
        }
        return finish(run, progress);
    }

    /** Reports a run that could not even start. */
    RunReport notRun(RunReport.Run run, Throwable reason) {
        Progress nothing = new Progress();
        nothing.error = FailureLog.note("The job could not run", reason);
        return finish(run, nothing);
    }

    private RunReport finish(RunReport.Run run, Progress progress) {
        RunReport report = new RunReport(run, clock.instant(), progress.customers, progress.cancelled, progress.error);
        listeners.runFinished(report);
        return report;
    }

    private void everyCustomer(RunOrder order, TaskMonitor monitor, Progress progress) {
        List<CustomerSettings> customers = customers(order);
        LOG.info("Found {} customers with auto-mark enabled", customers.size());
        if (order.drain() && monitor.listens()) {
            progress.total = customers.stream()
                    .mapToLong(customer -> newsroom.pending(customer.customer()))
                    .sum();
            monitor.progress(0, progress.total);
        }
        for (CustomerSettings customer : customers) {
            if (monitor.cancelled()) {
                LOG.info(
                        "The job ends early: {} of {} customers had their turn (auto-mark)",
                        progress.customers.size(),
                        customers.size());
                progress.cancelled = true;
                return;
            }
            oneCustomer(customer, order, monitor, progress);
        }
        if (order.drain() && !progress.cancelled) {
            monitor.progress(progress.done, progress.done);
        }
    }

    private void oneCustomer(CustomerSettings settings, RunOrder order, TaskMonitor monitor, Progress progress) {
        Instant started = clock.instant();
        int limit = order.drain() ? Math.max(batchSize, DRAIN_BATCH) : batchSize;
        CustomerTurn turn = new CustomerTurn(newsroom, order, limit, settings);
        turn.take(monitor, pictures -> {
            progress.done += pictures;
            if (order.drain()) {
                monitor.progress(progress.done, Math.max(progress.done, progress.total));
            }
        });
        Long left = turn.pendingLeft();
        CustomerReport report =
                new CustomerReport(settings.customer(), started, clock.instant(), turn.counts(), left, turn.error());
        progress.customers.add(report);
        progress.cancelled |= turn.cutShort();
        listeners.customerFinished(report);
        if (turn.error() != null && !newsroom.connected()) {
            // Each of the others would wait for the same time-out.
            throw new UnavailableException(
                    "The database at " + newsroom.where() + " went away: the next run goes on once it is back.");
        }
    }

    private List<CustomerSettings> customers(RunOrder order) {
        String customer = order.customer();
        if (customer == null) {
            return newsroom.allSettings().stream()
                    .filter(CustomerSettings::autoMarkCleaned)
                    .toList();
        }
        CustomerSettings settings = newsroom.settings(customer);
        if (!settings.autoMarkCleaned()) {
            throw new InputException("Auto-mark is off for customer '" + customer
                    + "': switch it on first, with 'cleanplate customer auto-mark " + customer + " on'.");
        }
        return List.of(settings);
    }

    /** How far a run is; belongs to the thread that runs. */
    private static final class Progress {
        private final List<CustomerReport> customers = new ArrayList<>();
        private long done;
        private long total;
        private boolean cancelled;
        private @Nullable String error;
    }
}
