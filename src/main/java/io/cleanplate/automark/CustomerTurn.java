package io.cleanplate.automark;

import io.cleanplate.newsroom.AutoMarkBatch;
import io.cleanplate.newsroom.AutoMarkQuery;
import io.cleanplate.newsroom.AutoMarkResult;
import io.cleanplate.newsroom.CustomerSettings;
import io.cleanplate.newsroom.NewsId;
import io.cleanplate.newsroom.Newsroom;
import io.cleanplate.task.TaskMonitor;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** One customer's pictures in one run. Used once, by one thread. */
final class CustomerTurn {
    /** A longer batch names its pictures only to those who ask for detail. */
    static final int NAMED_AT_INFO = 100;

    private static final Logger LOG = LoggerFactory.getLogger(CustomerTurn.class);

    private final Newsroom newsroom;
    private final RunOrder order;
    private final int batchSize;
    private final String customer;
    private CustomerSettings settings;
    private MarkCounts counts = MarkCounts.NONE;
    private @Nullable String error;
    private boolean cutShort;
    private long pending = -1;

    CustomerTurn(Newsroom newsroom, RunOrder order, int batchSize, CustomerSettings settings) {
        this.newsroom = newsroom;
        this.order = order;
        this.batchSize = batchSize;
        this.customer = settings.customer();
        this.settings = settings;
    }

    /**
     * Marks one batch, or all there is; a failure ends it and is in the report.
     *
     * @param monitor asked between batches whether to stop
     * @param progress told of each batch's pictures
     */
    void take(TaskMonitor monitor, LongConsumer progress) {
        LOG.info("Processing customer: {} (auto-mark)", customer);
        try {
            if (order.drain()) {
                drain(monitor, progress);
            } else {
                progress.accept(batch(null).pictures().size());
            }
            logSummary();
        } catch (RuntimeException e) {
            error = FailureLog.note(
                    "Auto-mark failed for customer " + customer + " after " + counts.marked() + "/" + counts.found()
                            + " images",
                    e);
        }
    }

    MarkCounts counts() {
        return counts;
    }

    @Nullable
    String error() {
        return error;
    }

    /** Whether it ended before all was marked, because somebody wanted it to. */
    boolean cutShort() {
        return cutShort;
    }

    /** What is pending now; null when that cannot be found out. */
    @Nullable
    Long pendingLeft() {
        if (error != null) {
            return null;
        }
        if (pending == 0) {
            return 0L;
        }
        try {
            return newsroom.pending(customer);
        } catch (RuntimeException e) {
            FailureLog.note("The pending images of customer " + customer + " could not be counted", e);
            return null;
        }
    }

    /** From the front to the end, and again while that marks something: pictures come in, or change, behind us. */
    private void drain(TaskMonitor monitor, LongConsumer progress) {
        MarkCounts before;
        do {
            before = counts;
            NewsId after = null;
            do {
                AutoMarkBatch batch = batch(after);
                progress.accept(batch.pictures().size());
                after = batch.next();
                if (batch.pictures().isEmpty()) {
                    break;
                }
                if (monitor.cancelled()) {
                    cutShort = true;
                    return;
                }
                settings = newsroom.settings(customer);
                if (!settings.autoMarkCleaned()) {
                    LOG.info("Auto-mark was switched off for customer {} meanwhile (auto-mark)", customer);
                    return;
                }
            } while (after != null);
        } while (counts.marked() > before.marked() && counts.failed() == before.failed() && anyPending());
    }

    /** Spares the last look for pictures where counting them says that there are none; what it counts is kept. */
    private boolean anyPending() {
        pending = newsroom.pending(customer);
        return pending > 0;
    }

    private AutoMarkBatch batch(@Nullable NewsId after) {
        AutoMarkBatch batch = newsroom.nextBatch(new AutoMarkQuery(customer, settings.rules(), after, batchSize));
        int found = batch.pictures().size();
        if (found > 0 || counts.equals(MarkCounts.NONE)) {
            LOG.info("Found {} pending images for customer {} (auto-mark)", found, customer);
        }
        counts = counts.plus(MarkCounts.of(batch));
        if (!order.dryRun() && found > 0) {
            AutoMarkResult result = newsroom.autoMark(batch);
            counts = counts.plus(MarkCounts.of(result));
            boolean detail = found > NAMED_AT_INFO;
            for (NewsId id : result.ids()) {
                LOG.atLevel(detail ? Level.DEBUG : Level.INFO).log("Marked image {} as cleaned (auto-mark)", id);
            }
        }
        return batch;
    }

    private void logSummary() {
        if (order.dryRun()) {
            LOG.info("Nothing marked for customer {}, only counted: {} images (auto-mark)", customer, counts.found());
            return;
        }
        LOG.info(
                "Auto-mark completed for customer {}: {}/{} images marked (auto-mark)",
                customer,
                counts.marked(),
                counts.found());
        if (counts.lost() > 0 || counts.failed() > 0) {
            LOG.info(
                    "Of customer {}, {} images were taken care of by others and {} refused by the database (auto-mark)",
                    customer,
                    counts.lost(),
                    counts.failed());
        }
    }
}
