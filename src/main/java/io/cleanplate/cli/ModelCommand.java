package io.cleanplate.cli;

import io.cleanplate.app.Application;
import io.cleanplate.error.InputException;
import io.cleanplate.inpaint.model.ModelEntry;
import io.cleanplate.inpaint.model.ModelFile;
import io.cleanplate.inpaint.model.ModelState;
import io.cleanplate.inpaint.model.ModelState.Check;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code cleanplate model}: which models there are, and fetching and checking them. */
@Command(name = "model", description = "Lists, describes, fetches and checks the models.")
final class ModelCommand implements Callable<ExitCode> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    private ModelCommand() {}

    static CommandLine commandLine(Application application, Console console) {
        return new CommandLine(new ModelCommand())
                .addSubcommand(new ListModels(application, console))
                .addSubcommand(new Info(application, console))
                .addSubcommand(new Fetch(application, console))
                .addSubcommand(new Verify(application, console));
    }

    @Override
    public ExitCode call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        return ExitCode.USAGE;
    }

    /** Where a model's file is, in words. */
    static String place(ModelState state) {
        return switch (state.place()) {
            case BUNDLED -> "bundled";
            case FILE -> String.valueOf(state.path());
            case CACHED -> "fetched, " + state.path();
            case MISSING ->
                "not there; \"cleanplate model fetch " + state.entry().name() + "\" gets it";
        };
    }

    @Command(name = "list", description = "Lists the models and whether their files are there.")
    private static final class ListModels implements Callable<ExitCode> {
        private final Application application;
        private final Console console;

        ListModels(Application application, Console console) {
            this.application = application;
            this.console = console;
        }

        @Override
        public ExitCode call() {
            for (ModelEntry entry : application.models().catalog().entries()) {
                console.out()
                        .printf(
                                Locale.ROOT,
                                "%-12s %4d MB  %s%n%-12s          %s%n",
                                entry.name(),
                                entry.approximateMegabytes(),
                                entry.card().description(),
                                "",
                                place(application.models().state(entry.name())));
            }
            return ExitCode.DONE;
        }
    }

    @Command(name = "info", description = "Tells what a model is good for, and where its file lies.")
    private static final class Info implements Callable<ExitCode> {
        private final Application application;
        private final Console console;

        @Parameters(paramLabel = "NAME", description = "see-through or lama.")
        private String name = "";

        Info(Application application, Console console) {
            this.application = application;
            this.console = console;
        }

        @Override
        public ExitCode call() {
            ModelEntry entry = application.models().catalog().entry(name);
            ModelState state = application.models().state(name);
            line("name", entry.name());
            line("what", entry.card().description());
            line("good for", entry.card().goodFor());
            line("licence", entry.card().licence());
            line("size", entry.approximateMegabytes() + " MB");
            line("checksum", entry.checksum().toString());
            line("margin", entry.contextMargin() + " pixels of surroundings");
            line("from", entry.source());
            line("file", place(state));
            return ExitCode.DONE;
        }

        private void line(String what, String value) {
            console.out().printf("%-10s %s%n", what, value);
        }
    }

    @Command(name = "fetch", description = "Downloads a model's file after asking, and checks it.")
    private static final class Fetch implements Callable<ExitCode> {
        private final Application application;
        private final Console console;

        @Parameters(paramLabel = "NAME", description = "lama.")
        private String name = "";

        @Option(names = "--yes", description = "Download without asking.")
        private boolean yes;

        Fetch(Application application, Console console) {
            this.application = application;
            this.console = console;
        }

        @Override
        public ExitCode call() {
            ModelEntry entry = application.models().catalog().entry(name);
            Consent consent = new Consent(console, yes);
            if (!application.models().state(name).isThere()) {
                consent.require("Download " + entry.approximateMegabytes() + " MB from " + entry.source() + "?");
            }
            try (Interruption interruption = new Interruption()) {
                DownloadProgress progress =
                        new DownloadProgress(console, application.clock(), interruption, "MB", 1 << 20);
                ModelFile file = application.models().fetch(name, progress);
                console.out().println(entry.name() + " is at " + file.path());
            }
            return ExitCode.DONE;
        }
    }

    @Command(name = "verify", description = "Reads a model's file and checks it against its checksum.")
    private static final class Verify implements Callable<ExitCode> {
        private final Application application;
        private final Console console;

        @Parameters(paramLabel = "NAME", description = "see-through or lama.")
        private String name = "";

        Verify(Application application, Console console) {
            this.application = application;
            this.console = console;
        }

        @Override
        public ExitCode call() {
            ModelState state = application.models().verify(name);
            if (!state.isThere()) {
                throw new InputException("The model " + name + " is " + place(state) + ".");
            }
            if (state.check() == Check.WRONG) {
                throw new InputException(
                        "The file " + state.path() + " is not the model " + name + ": its checksum is not "
                                + state.entry().checksum() + "; \"cleanplate model fetch " + name + "\" gets it anew.");
            }
            console.out()
                    .println(
                            state.check() == Check.RIGHT
                                    ? name + " is right: " + state.entry().checksum() + ", " + state.path()
                                    : name + " has no checksum to compare with: set LAMA_MODEL_MD5; " + state.path());
            return ExitCode.DONE;
        }
    }
}
