package io.cleanplate.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.cleanplate.automark.CustomerReport;
import io.cleanplate.automark.MarkCounts;
import io.cleanplate.automark.RunOrder;
import io.cleanplate.automark.RunReport;
import io.cleanplate.desktop.common.Notice;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The window tells of a run that did something, or failed. */
class JobNewsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void aRunThatMarkedPicturesIsToldWithTheirNumber() {
        Notice told = JobNews.of(run(25, null)).orElseThrow();

        assertThat(told.kind()).isEqualTo(Notice.Kind.SUCCESS);
        assertThat(told.text()).isEqualTo("Auto-mark handed on 25 pictures.");
    }

    @Test
    void aRunThatFoundNothingIsNotWorthANotice() {
        assertThat(JobNews.of(run(0, null))).isEmpty();
    }

    @Test
    void aRunThatFailedSaysWhyAndThatItIsTriedAgain() {
        Notice told = JobNews.of(run(1, "The database does not answer.")).orElseThrow();

        assertThat(told.kind()).isEqualTo(Notice.Kind.WARNING);
        assertThat(told.text())
                .isEqualTo("Auto-mark handed on 1 picture. The database does not answer. The next run tries again.");
    }

    private static RunReport run(long marked, @Nullable String error) {
        CustomerReport customer =
                new CustomerReport("valley-radio", NOW, NOW, new MarkCounts(marked, marked, 0, 0, 0), 0L, null);
        return new RunReport(new RunReport.Run(1, NOW, RunOrder.SCHEDULED), NOW, List.of(customer), false, error);
    }
}
