package io.cleanplate.cli;

import io.cleanplate.app.Application;
import io.cleanplate.app.NewsroomAccess;
import io.cleanplate.automark.AutoMarkJob;
import io.cleanplate.automark.CustomerReport;
import io.cleanplate.automark.RunOrder;
import io.cleanplate.automark.RunReport;
import io.cleanplate.automark.Trigger;
import io.cleanplate.error.InputException;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code cleanplate auto-mark}: one run of the job, for people and cron. */
@Command(
        name = "auto-mark",
        description = "Marks pending pictures of customers with auto-mark on as cleaned, once.",
        footer = {
            "",
            "Exit codes: 0 all done, 2 bad usage, 3 some failed, 4 the database is not there, 130 stopped by Ctrl+C."
        })
final class AutoMarkCommand implements Callable<ExitCode> {
    private final Application application;
    private final Console console;

    @Option(names = "--once", required = true, description = "One run; the scheduled runs are the server's.")
    private boolean once;

    @Option(names = "--customer", paramLabel = "ID", description = "Only this customer, which must have auto-mark on.")
    private @Nullable String customer;

    @Option(names = "--drain", description = "Go on until nothing is left to mark, rather than one batch a customer.")
    private boolean drain;

    @Option(names = "--dry-run", description = "Only count what would be marked.")
    private boolean dryRun;

    AutoMarkCommand(Application application, Console console) {
        this.application = application;
        this.console = console;
    }

    @Override
    public ExitCode call() {
        if (!once) {
            throw new InputException("--once is needed: scheduled runs are made by \"cleanplate serve\".");
        }
        try (Interruption interruption = new Interruption();
                NewsroomAccess access = application.openNewsroom()) {
            AutoMarkJob job = new AutoMarkJob(
                    access.newsroom(), application.serverSettings().autoMarkBatch(), application.clock());
            RunReport.Run run = job.begin(new RunOrder(Trigger.COMMAND, customer, drain, dryRun));
            RunReport report =
                    job.run(run, new DownloadProgress(console, application.clock(), interruption, "pictures", 1));
            report.customers().forEach(this::tell);
            if (report.error() != null) {
                console.err().println("cleanplate: " + report.error());
            }
            if (report.customers().isEmpty() && report.error() == null) {
                console.out().println("No customer has auto-mark on.");
            }
            return switch (report.result()) {
                case DONE -> ExitCode.DONE;
                case CANCELLED -> ExitCode.INTERRUPTED;
                case SOME_FAILED -> ExitCode.SOME_FAILED;
                case FAILED -> access.newsroom().connected() ? ExitCode.USAGE : ExitCode.UNAVAILABLE;
            };
        }
    }

    private void tell(CustomerReport report) {
        String left = report.pendingLeft() == null ? "" : ", " + report.pendingLeft() + " pending left";
        console.out()
                .println(
                        dryRun
                                ? String.format(
                                        Locale.ROOT,
                                        "%s: %d would be marked",
                                        report.customer(),
                                        report.counts().found())
                                : String.format(
                                        Locale.ROOT,
                                        "%s: %d of %d marked, %d failed%s",
                                        report.customer(),
                                        report.counts().marked(),
                                        report.counts().found(),
                                        report.counts().failed(),
                                        left));
        if (report.error() != null) {
            console.err().println("failed: " + report.customer() + ": " + report.error());
        }
    }
}
