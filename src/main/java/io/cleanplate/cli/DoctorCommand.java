package io.cleanplate.cli;

import io.cleanplate.app.Application;
import io.cleanplate.app.Finding;
import io.cleanplate.app.Finding.Grade;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code cleanplate doctor}: what this machine has and lacks. */
@Command(
        name = "doctor",
        description = "Tells what this machine has, and what is missing for what, a line each.",
        footer = {"", "Exit codes: 0 pictures can be cleaned, 4 they cannot."})
final class DoctorCommand implements Callable<ExitCode> {
    private final Application application;
    private final Console console;

    @Option(
            names = "--fetch-cuda",
            description = "Download PyTorch's libraries for NVIDIA graphics cards (about 2.5 GB) after asking.")
    private boolean fetchCuda;

    @Option(names = "--yes", description = "Download without asking.")
    private boolean yes;

    DoctorCommand(Application application, Console console) {
        this.application = application;
        this.console = console;
    }

    @Override
    public ExitCode call() {
        if (fetchCuda) {
            new Consent(console, yes).require("Download about 2.5 GB of PyTorch's CUDA libraries from DJL's servers?");
            try (Interruption interruption = new Interruption()) {
                DownloadProgress progress =
                        new DownloadProgress(console, application.clock(), interruption, "files", 1);
                console.out().println("PyTorch's CUDA libraries are at " + application.fetchCuda(progress) + ".");
            }
        }
        List<Finding> findings = application.doctor().examine();
        for (Finding finding : findings) {
            console.out()
                    .println(String.format(
                            Locale.ROOT, "%-8s%-12s %s", word(finding.grade()), finding.subject(), finding.text()));
        }
        boolean broken = findings.stream().anyMatch(finding -> finding.grade() == Grade.BROKEN);
        return broken ? ExitCode.UNAVAILABLE : ExitCode.DONE;
    }

    private static String word(Grade grade) {
        return switch (grade) {
            case GOOD -> "ok";
            case MISSING -> "missing";
            case BROKEN -> "broken";
        };
    }
}
