package io.cleanplate.automark;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import io.cleanplate.task.Threads;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ScheduledAutoMarkTest {
    private static final Duration INTERVAL = Duration.ofMinutes(5);
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final ManualScheduler time = new ManualScheduler();
    private final FakeNewsroom newsroom = new FakeNewsroom();
    private final FakeLease lease = new FakeLease(time);
    private final ScheduledAutoMark autoMark = server(time);

    private ScheduledAutoMark server(ManualScheduler scheduler) {
        return new ScheduledAutoMark(
                AutoMarkSettings.DEFAULT, new AutoMarkJob(newsroom, 50, time), lease, scheduler, time);
    }

    @Test
    void firstRunComesOneIntervalAfterTheStartThenOneEveryInterval() {
        Instant start = time.instant();

        autoMark.start();
        time.advance(INTERVAL.multipliedBy(3));

        assertThat(autoMark.lastRuns())
                .extracting(report -> report.run().started())
                .containsExactly(
                        start.plus(INTERVAL.multipliedBy(3)),
                        start.plus(INTERVAL.multipliedBy(2)),
                        start.plus(INTERVAL));
    }

    @Test
    void startSaysThatTheJobRunsAndHowOften() {
        try (LogLines log = new LogLines(Level.INFO)) {
            autoMark.start();

            assertThat(log.lines())
                    .containsExactly(
                            "INFO Starting auto-mark background job...",
                            "INFO Auto-mark job will run every 5 minutes (auto-mark)");
        }
    }

    @Test
    void runThatThrowsDoesNotEndTheSchedule() {
        newsroom.beforeSettings = () -> {
            throw new StackOverflowError();
        };
        autoMark.start();
        time.advance(INTERVAL);
        newsroom.beforeSettings = () -> {};

        time.advance(INTERVAL);

        assertThat(autoMark.status().running()).isNull();
        assertThat(autoMark.lastRuns()).hasSize(1);
    }

    @Test
    void toggleIsReadAnewInEachRun() {
        newsroom.customer("a", true, 120);
        autoMark.start();
        time.advance(INTERVAL);
        newsroom.settings.remove("a");

        time.advance(INTERVAL);

        assertThat(newsroom.marked).hasSize(50);
    }

    @Test
    void requestedRunStartsAtOnceAndOnlyOneAtATime() {
        newsroom.customer("a", true, 3);
        List<RunRequest> answers = new ArrayList<>();
        newsroom.beforeMarking = () -> answers.add(autoMark.request(null));

        answers.add(autoMark.request("a"));
        answers.add(autoMark.request("a"));
        time.runDue();

        assertThat(answers)
                .containsExactly(
                        new RunRequest.Accepted(1), new RunRequest.AlreadyRunning(1), new RunRequest.AlreadyRunning(1));
        assertThat(autoMark.lastRuns()).hasSize(1);
        assertThat(autoMark.request(null)).isInstanceOf(RunRequest.Accepted.class);
    }

    @Test
    void requestDuringAScheduledRunIsTurnedDown() {
        newsroom.customer("a", true, 3);
        List<RunRequest> answers = new ArrayList<>();
        newsroom.beforeMarking = () -> answers.add(autoMark.request(null));
        autoMark.start();

        time.advance(INTERVAL);

        assertThat(answers).containsExactly(new RunRequest.AlreadyRunning(1));
    }

    @Test
    void lastFiftyRunsAreKept() {
        autoMark.start();

        time.advance(INTERVAL.multipliedBy(60));

        assertThat(autoMark.lastRuns()).hasSize(50);
        assertThat(autoMark.lastRuns().getFirst().run().id()).isEqualTo(60);
    }

    @Test
    void statusTellsWhenTheNextRunComesAndWhatTheLastDid() {
        autoMark.start();
        time.advance(INTERVAL.plusMinutes(2));

        AutoMarkStatus status = autoMark.status();

        assertThat(status.nextRun()).isEqualTo(time.instant().plus(Duration.ofMinutes(3)));
        assertThat(Objects.requireNonNull(status.lastRun()).result()).isEqualTo(RunResult.DONE);
        assertThat(status.enabled()).isTrue();
    }

    @Test
    void switchedOffItSchedulesNothingButRunsOnRequest() {
        ScheduledAutoMark off = new ScheduledAutoMark(
                new AutoMarkSettings(false, INTERVAL, 50), new AutoMarkJob(newsroom, 50, time), lease, time, time);
        off.start();
        time.advance(INTERVAL.multipliedBy(2));
        assertThat(off.lastRuns()).isEmpty();
        assertThat(off.status().nextRun()).isNull();

        off.request(null);
        time.runDue();

        assertThat(off.lastRuns()).hasSize(1);
    }

    @Test
    void oneServerMakesTheRunsAsLongAsItLives() {
        ScheduledAutoMark other = server(time);
        autoMark.start();
        time.advance(Duration.ofMinutes(1));
        other.start();

        time.advance(INTERVAL.multipliedBy(10));

        assertThat(autoMark.lastRuns()).hasSize(10);
        assertThat(other.lastRuns()).isEmpty();
        assertThat(other.status().standby()).isTrue();
    }

    @Test
    void anotherServerTakesOverWithinOneIntervalOfItsDeath() {
        for (Duration offset = SECOND; offset.compareTo(INTERVAL) < 0; offset = offset.plusSeconds(7)) {
            ManualScheduler clock = new ManualScheduler();
            FakeLease shared = new FakeLease(clock);
            ManualScheduler mortal = new ManualScheduler();
            ScheduledAutoMark first = new ScheduledAutoMark(
                    AutoMarkSettings.DEFAULT, new AutoMarkJob(newsroom, 50, clock), shared, mortal, clock);
            ScheduledAutoMark second = new ScheduledAutoMark(
                    AutoMarkSettings.DEFAULT, new AutoMarkJob(newsroom, 50, clock), shared, clock, clock);
            first.start();
            Duration untilDeath = INTERVAL.multipliedBy(3);
            for (Duration t = Duration.ZERO; t.compareTo(untilDeath) < 0; t = t.plus(SECOND)) {
                if (t.equals(offset)) {
                    second.start();
                }
                clock.advance(SECOND);
                mortal.advance(SECOND);
            }
            assertThat(second.lastRuns()).isEmpty();

            clock.advance(INTERVAL);

            assertThat(second.lastRuns())
                    .as("started %s after the first", offset)
                    .isNotEmpty();
        }
    }

    @Test
    void serverThatEndsInOrderHandsTheLeaseOnAtOnce() {
        autoMark.start();
        time.advance(INTERVAL);
        assertThat(lease.held()).isTrue();

        autoMark.close();

        assertThat(lease.held()).isFalse();
    }

    @Test
    void scheduledRunEndsWhenAnotherServerTookOverMeanwhile() {
        newsroom.customer("a", true, 3);
        newsroom.customer("b", true, 3);
        newsroom.beforeMarking = () -> {
            time.takes(INTERVAL);
            lease.acquire("auto-mark", INTERVAL);
        };
        autoMark.start();

        time.advance(INTERVAL);

        assertThat(autoMark.lastRuns().getLast().customers())
                .extracting(CustomerReport::customer)
                .containsExactly("a");
        assertThat(autoMark.lastRuns().getLast().cancelled()).isTrue();
    }

    @Test
    void runIsReportedAsFailedWhileTheDatabaseIsAwayAndMadeUpForOnceItIsBack() {
        newsroom.customer("a", true, 3);
        lease.away = true;
        autoMark.start();
        time.advance(INTERVAL);
        assertThat(autoMark.lastRuns()).extracting(RunReport::result).containsExactly(RunResult.FAILED);
        lease.away = false;

        time.advance(INTERVAL.dividedBy(4));

        assertThat(newsroom.marked).hasSize(3);
    }

    @Test
    void stopFinishesTheBatchInHandAndLeavesTheRest() {
        newsroom.customer("a", true, 3);
        newsroom.customer("b", true, 3);
        newsroom.beforeMarking = autoMark::close;
        autoMark.start();

        time.advance(INTERVAL);

        assertThat(newsroom.pending.get("a")).isEmpty();
        assertThat(newsroom.pending.get("b")).hasSize(3);
        assertThat(autoMark.lastRuns().getFirst().result()).isEqualTo(RunResult.CANCELLED);
        assertThat(autoMark.request(null)).isEqualTo(new RunRequest.Stopped());
    }

    @Test
    void callThatHoldsUpTheEndIsBrokenOffWithinTenSeconds() {
        List<Long> waited = new ArrayList<>();
        ManualScheduler stuck = new ManualScheduler() {
            @Override
            public boolean awaitTermination(long timeout, TimeUnit unit) {
                waited.add(unit.toMillis(timeout));
                return false;
            }

            @Override
            public List<Runnable> shutdownNow() {
                waited.add(0L);
                return super.shutdownNow();
            }
        };

        server(stuck).close();

        assertThat(waited).contains(0L);
        assertThat(waited.stream().mapToLong(Long::longValue).sum()).isLessThan(10_000);
    }

    @Test
    @Timeout(60)
    void onTheJdksSchedulerTheEndWaitsForTheBatchInHandAndGivesTheLeaseBack() throws InterruptedException {
        newsroom.customer("a", true, 3);
        newsroom.customer("b", true, 3);
        ScheduledExecutorService hasty = new HastyScheduler();
        ScheduledAutoMark real = new ScheduledAutoMark(
                AutoMarkSettings.DEFAULT, new AutoMarkJob(newsroom, 50, time), lease, hasty, time);
        CountDownLatch closed = new CountDownLatch(1);
        Thread closer = Thread.ofVirtual().unstarted(() -> {
            real.close();
            closed.countDown();
        });
        newsroom.beforeMarking = () -> {
            closer.start();
            while (!hasty.isShutdown()) {
                Thread.onSpinWait();
            }
        };

        real.start();
        closed.await();

        assertThat(newsroom.pending.get("a")).isEmpty();
        assertThat(newsroom.pending.get("b")).hasSize(3);
        assertThat(lease.held()).isFalse();
    }

    /** The JDK's scheduler, for which a millisecond is a nanosecond. */
    private static final class HastyScheduler extends ScheduledThreadPoolExecutor {
        HastyScheduler() {
            super(1, Threads.named("hasty"));
        }

        @Override
        public ScheduledFuture<?> scheduleAtFixedRate(Runnable command, long delay, long period, TimeUnit unit) {
            return super.scheduleAtFixedRate(
                    command, unit.toMillis(delay), unit.toMillis(period), TimeUnit.NANOSECONDS);
        }
    }

    @Test
    void whileARunGoesOnTheNextOneIsAnIntervalAway() {
        newsroom.customer("a", true, 3);
        List<Instant> next = new ArrayList<>();
        newsroom.beforeMarking = () -> {
            time.takes(Duration.ofSeconds(10));
            next.add(Objects.requireNonNull(autoMark.status().nextRun()));
        };
        Instant start = time.instant();
        autoMark.start();

        time.advance(INTERVAL);

        assertThat(next).containsExactly(start.plus(INTERVAL.multipliedBy(2)));
    }
}
