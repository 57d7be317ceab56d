package io.cleanplate.cli;

import io.cleanplate.app.Application;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code cleanplate} without a verb: shows on a bundled photograph what it does, then serves the demo newsroom. */
@Command(
        name = "cleanplate",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description =
                "Removes watermarks from news pictures. Without a command it shows how on a sample photograph, then"
                        + " serves a demo newsroom.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  cleanplate                                                    a demonstration, and a server to try",
            "  cleanplate clean photo.jpg --mask mask.png --output clean.jpg one picture",
            "  cleanplate clean photos/ --mask masks/ --output cleaned/      a folder",
            "  cleanplate doctor                                             what this machine has and lacks",
            "  cleanplate help clean                                         more on a command"
        })
final class RootCommand implements Callable<ExitCode> {
    private final Application application;
    private final Console console;

    RootCommand(Application application, Console console) {
        this.application = application;
        this.console = console;
    }

    @Override
    public ExitCode call() {
        new DemoCommand(application, console).call();
        console.out().println();
        return new ServeCommand(application, console).call();
    }
}
