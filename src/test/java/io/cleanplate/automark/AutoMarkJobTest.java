package io.cleanplate.automark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ch.qos.logback.classic.Level;
import io.cleanplate.newsroom.AutoMarkQuery;
import io.cleanplate.newsroom.AutoMarkRules;
import io.cleanplate.newsroom.CustomerSettings;
import io.cleanplate.newsroom.NewsId;
import io.cleanplate.task.Cancellation;
import io.cleanplate.task.TaskMonitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AutoMarkJobTest {
    private static final RunOrder DRAIN = new RunOrder(Trigger.COMMAND, null, true, false);

    private final ManualScheduler clock = new ManualScheduler();
    private final FakeNewsroom newsroom = new FakeNewsroom();
    private final AutoMarkJob job = new AutoMarkJob(newsroom, 50, clock);

    private RunReport run(RunOrder order) {
        return job.run(job.begin(order), TaskMonitor.NONE);
    }

    @Test
    void marksOneBatchOfEachCustomerThatHasAutoMarkOn() {
        newsroom.customer("a", true, 70);
        newsroom.customer("b", false, 10);
        newsroom.customer("c", true, 3);

        RunReport report = run(RunOrder.SCHEDULED);

        assertThat(report.customers())
                .extracting(CustomerReport::customer, CustomerReport::counts, CustomerReport::pendingLeft)
                .containsExactly(
                        tuple("a", new MarkCounts(50, 50, 0, 0, 0), 20L),
                        tuple("c", new MarkCounts(3, 3, 0, 0, 0), 0L));
        assertThat(newsroom.pending.get("b")).hasSize(10);
        assertThat(report.result()).isEqualTo(RunResult.DONE);
    }

    @Test
    void logSaysWhatPeopleAndAlertsGrepFor() {
        newsroom.customer("customer_123", true, 2);
        newsroom.customer("other", true, 0);

        try (LogLines log = new LogLines(Level.INFO)) {
            run(RunOrder.SCHEDULED);

            assertThat(log.lines())
                    .containsExactly(
                            "INFO Running auto-mark job...",
                            "INFO Found 2 customers with auto-mark enabled",
                            "INFO Processing customer: customer_123 (auto-mark)",
                            "INFO Found 2 pending images for customer customer_123 (auto-mark)",
                            "INFO Marked image customer_123-10000 as cleaned (auto-mark)",
                            "INFO Marked image customer_123-10001 as cleaned (auto-mark)",
                            "INFO Auto-mark completed for customer customer_123: 2/2 images marked (auto-mark)",
                            "INFO Processing customer: other (auto-mark)",
                            "INFO Found 0 pending images for customer other (auto-mark)",
                            "INFO Auto-mark completed for customer other: 0/0 images marked (auto-mark)");
        }
    }

    @Test
    void singleImagesAreDetailOnceABatchExceedsAHundred() {
        newsroom.customer("a", true, 101);

        try (LogLines log = new LogLines(Level.DEBUG)) {
            AutoMarkJob large = new AutoMarkJob(newsroom, 101, clock);
            large.run(large.begin(RunOrder.SCHEDULED), TaskMonitor.NONE);

            assertThat(log.lines())
                    .filteredOn(line -> line.contains("Marked image"))
                    .hasSize(101)
                    .allMatch(line -> line.startsWith("DEBUG "));
        }
    }

    @Test
    void everyLineOfARunThatGoesWrongSaysAutoMark() {
        newsroom.customer("a", true, 3);
        newsroom.customer("b", true, 3);
        newsroom.broken.add("a");
        newsroom.refused.add(NewsId.ofString("b-10001"));

        try (LogLines log = new LogLines(Level.DEBUG)) {
            run(RunOrder.SCHEDULED);
            newsroom.away = true;
            run(RunOrder.SCHEDULED);

            assertThat(log.lines()).hasSizeGreaterThan(8).allMatch(line -> line.contains("auto-mark"));
        }
    }

    @Test
    void oneCustomersFailureIsCountedAndDoesNotStopTheOthers() {
        newsroom.customer("a", true, 3);
        newsroom.customer("b", true, 3);
        newsroom.broken.add("a");

        RunReport report = run(RunOrder.SCHEDULED);

        assertThat(report.customers().getFirst().error()).contains("mistake of its own");
        assertThat(report.counts().marked()).isEqualTo(3);
        assertThat(report.result()).isEqualTo(RunResult.SOME_FAILED);
    }

    @Test
    void databaseThatWentAwayEndsTheRunInsteadOfTimingOutForEachCustomer() {
        newsroom.customer("a", true, 3);
        newsroom.customer("b", true, 3);
        newsroom.beforeMarking = () -> newsroom.away = true;

        RunReport report = run(RunOrder.SCHEDULED);

        assertThat(report.customers()).extracting(CustomerReport::customer).containsExactly("a");
        assertThat(report.error()).contains("went away");
        assertThat(report.result()).isEqualTo(RunResult.FAILED);
    }

    @Test
    void rulesAreThoseThatAreSavedWhenTheRunStarts() {
        newsroom.customer("a", true, 3);
        AutoMarkRules rules = new AutoMarkRules(Set.of("sport"), Set.of(), Set.of());
        newsroom.settings.put("a", new CustomerSettings("a", true, rules, null, null, null));

        run(RunOrder.SCHEDULED);

        assertThat(newsroom.queries).containsExactly(new AutoMarkQuery("a", rules, null, 50));
    }

    @Test
    void pictureThatAnEditorTookFirstIsCountedAsLost() {
        newsroom.customer("a", true, 3);
        newsroom.beforeMarking = () -> newsroom.of("a").remove(NewsId.ofString("a-10001"));

        assertThat(run(RunOrder.SCHEDULED).counts()).isEqualTo(new MarkCounts(3, 2, 0, 1, 0));
    }

    @Test
    void namedCustomerRunsAlone() {
        newsroom.customer("a", true, 3);
        newsroom.customer("b", true, 3);

        RunReport report = run(RunOrder.requested("b"));

        assertThat(report.customers()).extracting(CustomerReport::customer).containsExactly("b");
        assertThat(newsroom.pending.get("a")).hasSize(3);
    }

    @Test
    void namedCustomerWithAutoMarkOffIsLeftAloneAndTheReportSaysWhy() {
        newsroom.customer("a", false, 3);

        RunReport report = run(RunOrder.requested("a"));

        assertThat(report.error()).startsWith("Auto-mark is off for customer 'a'");
        assertThat(report.result()).isEqualTo(RunResult.FAILED);
        assertThat(newsroom.marked).isEmpty();
    }

    @Test
    void drainGoesOnUntilNothingIsPendingAndTellsItsProgress() {
        newsroom.customer("a", true, 2500);
        newsroom.customer("b", true, 10);
        List<String> progress = new ArrayList<>();

        RunReport report = job.run(job.begin(DRAIN), new TaskMonitor() {
            @Override
            public void progress(long done, long total) {
                progress.add(done + "/" + total);
            }
        });

        assertThat(report.counts()).isEqualTo(new MarkCounts(2510, 2510, 0, 0, 0));
        assertThat(newsroom.pending.values()).allMatch(Set::isEmpty);
        assertThat(progress)
                .startsWith("0/2510", "1000/2510", "2000/2510", "2500/2510")
                .endsWith("2510/2510");
    }

    @Test
    void drainEndsInSpiteOfPicturesThatTheDatabaseRefuses() {
        newsroom.customer("a", true, 1500);
        newsroom.refused.add(NewsId.ofString("a-10007"));

        RunReport report = run(DRAIN);

        assertThat(report.counts()).isEqualTo(new MarkCounts(1500, 1499, 1, 0, 0));
        assertThat(report.result()).isEqualTo(RunResult.SOME_FAILED);
    }

    @Test
    void drainTakesUpWhatCameInBehindIt() {
        newsroom.customer("a", true, 1500);
        NewsId early = NewsId.ofString("a-00000");
        newsroom.beforeMarking = () -> {
            if (newsroom.marked.size() == 1000) {
                newsroom.of("a").add(early);
            }
        };

        run(DRAIN);

        assertThat(newsroom.marked).hasSize(1501).contains(early);
    }

    @Test
    void cancelledDrainFinishesItsBatch() {
        newsroom.customer("a", true, 2500);
        Cancellation cancellation = new Cancellation();
        newsroom.beforeMarking = cancellation::cancel;

        RunReport report = job.run(job.begin(DRAIN), cancellation);

        assertThat(newsroom.marked).hasSize(1000);
        assertThat(report.result()).isEqualTo(RunResult.CANCELLED);
    }

    @Test
    void drainLeavesACustomerAloneOnceItIsSwitchedOff() {
        newsroom.customer("a", true, 2500);
        newsroom.beforeMarking = () -> newsroom.settings.put("a", CustomerSettings.byHand("a"));

        run(DRAIN);

        assertThat(newsroom.marked).hasSize(1000);
    }

    @Test
    void dryRunCountsAndMarksNothing() {
        newsroom.customer("a", true, 2500);

        RunReport one = run(new RunOrder(Trigger.COMMAND, null, false, true));
        RunReport all = run(new RunOrder(Trigger.COMMAND, null, true, true));

        assertThat(one.counts()).isEqualTo(new MarkCounts(50, 0, 0, 0, 0));
        assertThat(all.counts()).isEqualTo(new MarkCounts(2500, 0, 0, 0, 0));
        assertThat(newsroom.marked).isEmpty();
    }

    @Test
    void listenerThatFailsHoldsUpNeitherTheJobNorOtherListeners() {
        newsroom.customer("a", true, 3);
        List<RunReport> heard = new ArrayList<>();
        job.listen(new AutoMarkListener() {
            @Override
            public void customerFinished(CustomerReport report) {
                throw new IllegalStateException("listener");
            }
        });
        job.listen(new AutoMarkListener() {
            @Override
            public void runFinished(RunReport report) {
                heard.add(report);
            }
        });

        RunReport report = run(RunOrder.SCHEDULED);

        assertThat(report.result()).isEqualTo(RunResult.DONE);
        assertThat(heard).containsExactly(report);
    }
}
