package io.cleanplate.cli;

import io.cleanplate.app.Display;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/**
 * {@code cleanplate} without a verb: the window where there is a display, else a demonstration on a bundled photograph and
 * then the server.
 */
@Command(
        name = "cleanplate",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description =
                "Removes watermarks from news pictures. Without a command it opens the workstation; where there is no"
                        + " display it shows how on a sample photograph, then serves.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  cleanplate                                                    the workstation",
            "  cleanplate clean photo.jpg --mask mask.png --output clean.jpg one picture",
            "  cleanplate clean photos/ --mask masks/ --output cleaned/      a folder",
            "  cleanplate doctor                                             what this machine has and lacks",
            "  cleanplate help clean                                         more on a command"
        })
final class RootCommand implements Callable<ExitCode> {
    private final Display display;
    private final Callable<ExitCode> desktop;
    private final Callable<ExitCode> demonstration;
    private final Callable<ExitCode> server;

    /** Chooses between these when it is called. */
    RootCommand(
            Display display, Callable<ExitCode> desktop, Callable<ExitCode> demonstration, Callable<ExitCode> server) {
        this.display = display;
        this.desktop = desktop;
        this.demonstration = demonstration;
        this.server = server;
    }

    @Override
    public ExitCode call() throws Exception {
        if (display.lacks().isEmpty()) {
            return desktop.call();
        }
        demonstration.call();
        return server.call();
    }
}
