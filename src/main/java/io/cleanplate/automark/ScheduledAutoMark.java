package io.cleanplate.automark;

import io.cleanplate.error.UnavailableException;
import io.cleanplate.newsroom.Lease;
import io.cleanplate.task.TaskMonitor;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the job on its schedule and on request, one run at a time, on the one thread of its scheduler. Thread-safe.
 *
 * <p>Of the servers on a database, the one that holds the lease makes the scheduled runs. It renews the lease four times an
 * interval; the lease runs out after half an interval. So a server that dies is replaced within three quarters of an
 * interval, and the run that its successor had left to it is made up for at once. Requested runs need no lease: marking
 * is safe without.
 */
public final class ScheduledAutoMark implements AutoMark, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ScheduledAutoMark.class);
    private static final int BEATS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final AutoMarkSettings settings;
    private final AutoMarkJob job;
    private final InstantSource clock;
    private final ScheduledExecutorService scheduler;
    private final LeaseKeeper keeper;
    private final RunHistory history = new RunHistory();
    private final AtomicReference<RunReport.@Nullable Run> requested = new AtomicReference<>();
    private volatile RunReport.@Nullable Run running;
    private volatile @Nullable ScheduledFuture<?> schedule;
    private volatile boolean standby;
    private volatile boolean stopping;

    /** Whether a scheduled run was not made yet; belongs to the job's thread. */
    private boolean owed;

    /**
     * A job that is not scheduled yet.
     *
     * @param scheduler of one thread; shut down by {@link #close}
     */
    public ScheduledAutoMark(
            AutoMarkSettings settings,
            AutoMarkJob job,
            Lease lease,
            ScheduledExecutorService scheduler,
            InstantSource clock) {
        this.settings = settings;
        this.job = job;
        this.clock = clock;
        this.scheduler = scheduler;
        keeper = new LeaseKeeper(lease, beat(), clock);
        job.listen(history);
    }

    /** Schedules the first run for when an interval is over, if runs are to be scheduled at all. To be called once. */
    @SuppressWarnings("FutureReturnValueIgnored") // neither task lets anything through
    public void start() {
        if (!settings.enabled()) {
            LOG.info("The auto-mark job is switched off in this process");
            return;
        }
        LOG.info("Starting auto-mark background job...");
        LOG.info(
                "Auto-mark job will run every {} minutes (auto-mark)",
                settings.interval().toMinutes());
        long interval = settings.interval().toMillis();
        long beat = beat().toMillis();
        scheduler.scheduleAtFixedRate(() -> surviving(this::beatOnce), beat, beat, TimeUnit.MILLISECONDS);
        schedule = scheduler.scheduleAtFixedRate(
                () -> surviving(this::intervalOver), interval, interval, TimeUnit.MILLISECONDS);
    }

    @Override
    public RunRequest request(@Nullable String customer) {
        RunReport.Run now = running;
        if (now != null) {
            return new RunRequest.AlreadyRunning(now.id());
        }
        RunReport.Run run = job.begin(RunOrder.requested(customer));
        RunReport.Run before = requested.compareAndExchange(null, run);
        if (before != null) {
            return new RunRequest.AlreadyRunning(before.id());
        }
        try {
            scheduler.execute(() -> surviving(() -> runRequested(run)));
            return new RunRequest.Accepted(run.id());
        } catch (RejectedExecutionException e) {
            LOG.debug("A run was asked for while the program ends (auto-mark)", e);
            requested.set(null);
            return new RunRequest.Stopped();
        }
    }

    @Override
    public List<RunReport> lastRuns() {
        return history.newestFirst();
    }

    @Override
    public AutoMarkStatus status() {
        List<RunReport> runs = history.newestFirst();
        return new AutoMarkStatus(
                settings.enabled(),
                settings.interval(),
                nextRun(),
                standby,
                running,
                runs.isEmpty() ? null : runs.getFirst());
    }

    @Override
    public void listen(AutoMarkListener listener) {
        job.listen(listener);
    }

    /**
     * Ends the schedule: the batch in hand is finished, what follows is left to the next start. Returns within 10 seconds;
     * a call to the database that lasts longer is broken off.
     */
    @Override
    public void close() {
        stopping = true;
        try {
            scheduler.execute(() -> surviving(keeper::release));
        } catch (RejectedExecutionException e) {
            LOG.debug("Stopped before (auto-mark)", e);
        }
        scheduler.shutdown();
        try {
            if (!scheduler.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("The database holds up the end of the job: its call is broken off (auto-mark)");
                scheduler.shutdownNow();
                scheduler.awaitTermination(1, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            scheduler.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    /** During a run the scheduler still names that run's own time, which lies behind. */
    private @Nullable Instant nextRun() {
        ScheduledFuture<?> future = schedule;
        if (future == null || stopping) {
            return null;
        }
        long millis = future.getDelay(TimeUnit.MILLISECONDS);
        return clock.instant()
                .plusMillis(
                        millis >= 0
                                ? millis
                                : Math.floorMod(millis, settings.interval().toMillis()));
    }

    private Duration beat() {
        return settings.interval().dividedBy(BEATS);
    }

    private void intervalOver() {
        owed = true;
        try {
            runIfOurs();
        } catch (UnavailableException e) {
            job.notRun(job.begin(RunOrder.SCHEDULED), e);
        }
    }

    private void beatOnce() {
        try {
            runIfOurs();
        } catch (UnavailableException e) {
            LOG.debug("The lease could not be renewed (auto-mark)", e);
        }
    }

    private void runIfOurs() {
        boolean ours = keeper.hold();
        if (ours == standby) {
            LOG.info(
                    ours
                            ? "This server makes the auto-mark runs now"
                            : "Another server makes the auto-mark runs for now");
            standby = !ours;
        }
        if (ours && owed && !stopping) {
            owed = false;
            perform(job.begin(RunOrder.SCHEDULED), new Leased());
        }
    }

    private void runRequested(RunReport.Run run) {
        try {
            perform(run, new Stoppable());
        } finally {
            requested.set(null);
        }
    }

    private void perform(RunReport.Run run, TaskMonitor monitor) {
        running = run;
        try {
            job.run(run, monitor);
        } finally {
            running = null;
        }
    }

    /** A scheduler forgets a task that throws, so none does, whatever it threw. */
    private static void surviving(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            FailureLog.note("The job failed, and goes on with the next run", e);
        }
    }

    /** Ends a run when the program stops. */
    private class Stoppable implements TaskMonitor {
        @Override
        public boolean cancelled() {
            return stopping;
        }
    }

    /** Ends a run also when it took so long that another server has taken over; until then keeps the lease. */
    private final class Leased extends Stoppable {
        private boolean lost;

        @Override
        public boolean cancelled() {
            lost = lost || !keeper.stillHeld();
            return lost || super.cancelled();
        }
    }
}
