package io.cleanplate.cli;

import io.cleanplate.app.Application;
import io.cleanplate.app.Engine;
import io.cleanplate.batch.BatchCleaner;
import io.cleanplate.batch.BatchJob;
import io.cleanplate.batch.BatchReport;
import io.cleanplate.batch.CleaningStep;
import io.cleanplate.batch.Outcome;
import io.cleanplate.batch.Outcome.Status;
import io.cleanplate.imaging.AtomicFile;
import io.cleanplate.imaging.PictureWriter;
import io.cleanplate.task.Cancellation;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * Runs a batch for a verb: tells how it goes on, writes the report, and chooses the exit code.
 *
 * @param application the program
 * @param console where the person is told
 */
record BatchRun(Application application, Console console) {
    /** Cleans; blocks. */
    ExitCode run(BatchJob job, BatchFlags flags, CleaningStep step, Engine engine, Cancellation cancellation) {
        int sideBySide = Runtime.getRuntime().availableProcessors() + 2;
        BatchCleaner cleaner = new BatchCleaner(flags.input().reader(), new PictureWriter(), step, sideBySide);
        Instant started = application.clock().instant();
        BatchOutput shown = new BatchOutput(console, job.sources().size(), application.clock());
        List<Outcome> outcomes = cleaner.clean(job, shown, cancellation);
        BatchReport result = new BatchReport(
                new BatchReport.Run(
                        Version.current(),
                        engine.model(),
                        engine.device().toString(),
                        started,
                        application.clock().instant()),
                outcomes);
        shown.summary(result);
        Path report = flags.report();
        if (report != null) {
            new AtomicFile().write(report, result.toJson(), true);
        }
        if (result.count(Status.NOT_BEGUN) > 0) {
            return ExitCode.INTERRUPTED;
        }
        return result.count(Status.FAILED) + result.count(Status.LEFT_ALONE) > 0 ? ExitCode.SOME_FAILED : ExitCode.DONE;
    }
}
