package io.cleanplate.desktop;

import io.cleanplate.automark.RunReport;
import io.cleanplate.automark.RunResult;
import io.cleanplate.desktop.common.Notice;
import java.util.Objects;
import java.util.Optional;

/** What people are told when a run of the auto-mark job has ended. */
final class JobNews {
    private JobNews() {}

    /** The notice for a run; empty when it did nothing and nothing went wrong. */
    static Optional<Notice> of(RunReport run) {
        long marked = run.counts().marked();
        String done = "Auto-mark handed on " + (marked == 1 ? "1 picture." : marked + " pictures.");
        RunResult result = run.result();
        if (result == RunResult.FAILED || result == RunResult.SOME_FAILED) {
            String why = Objects.requireNonNullElse(run.error(), "Some customers' pictures could not be marked.");
            return Optional.of(Notice.warning(done + " " + why + " The next run tries again."));
        }
        return marked == 0 ? Optional.empty() : Optional.of(Notice.success(done));
    }
}
