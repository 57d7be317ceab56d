package io.cleanplate.cli;

import io.cleanplate.app.Application;
import io.cleanplate.app.Display;
import io.cleanplate.app.Workstation;
import io.cleanplate.config.PreferencesFile;
import io.cleanplate.config.ServerSettings;
import io.cleanplate.desktop.Desktop;
import io.cleanplate.desktop.Start;
import io.cleanplate.error.InputException;
import io.cleanplate.error.UnavailableException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cleanplate desktop}: the window, with the server's job and HTTP beside it. JavaFX is loaded when it opens. */
@Command(
        name = "desktop",
        description = "Opens the workstation: the newsroom's pending pictures, or files, to be cleaned by hand. The"
                + " auto-mark job, health and metrics run beside it, as with serve.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  cleanplate desktop",
            "  cleanplate desktop photo.jpg other.png",
            "  MONGODB_URL=mongodb://db:27017/news cleanplate desktop",
            "",
            "Exit codes: 0 the window was closed, 2 bad usage, 4 no window can open here, 130 stopped by Ctrl+C."
        })
final class DesktopCommand implements Callable<ExitCode> {
    private static final Logger LOG = LoggerFactory.getLogger(DesktopCommand.class);

    private final Function<Map<String, String>, Application> applications;
    private final Map<String, String> environment;
    private final PreferencesFile preferences;
    private final Display display;

    @Parameters(paramLabel = "FILES", arity = "0..*", description = "Pictures to open beside the newsroom's.")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--host", paramLabel = "HOST", description = "Address to listen at. Default: HTTP_HOST, 127.0.0.1.")
    private @Nullable String host;

    @Option(names = "--port", paramLabel = "PORT", description = "Port to listen at. Default: HTTP_PORT, else 8096.")
    private @Nullable Integer port;

    @Option(names = "--demo-reset", description = "Throw the embedded newsroom away first, and fill it anew.")
    private boolean demoReset;

    /**
     * @param applications makes the program of an environment that has preferences under it
     * @param environment variables by name
     * @param preferences where preferences are kept
     */
    DesktopCommand(
            Function<Map<String, String>, Application> applications,
            Map<String, String> environment,
            PreferencesFile preferences,
            Display display) {
        this.applications = applications;
        this.environment = environment;
        this.preferences = preferences;
        this.display = display;
    }

    @Override
    public ExitCode call() {
        Optional<String> lacking = display.lacks();
        if (lacking.isPresent()) {
            throw new UnavailableException(lacking.get());
        }
        for (Path file : files) {
            if (!Files.isReadable(file)) {
                throw new InputException("There is no file " + file + " that can be read.");
            }
        }
        PreferencesFile.Loaded kept = preferences.read();
        Application application = applications.apply(kept.preferences().under(environment));
        ServerSettings settings = application.serverSettings();
        settings = settings.at(host == null ? settings.httpHost() : host, port == null ? settings.httpPort() : port);
        if (demoReset) {
            application.resetDemo();
        }
        Desktop desktop = new Desktop();
        // The interruption is closed last: it lets the process go when all is stopped.
        try (Interruption interruption = new Interruption(desktop::close);
                Workstation workstation = application.startWorkstation(settings, Version.current())) {
            desktop.run(new Start(workstation, files, environment, preferences, kept));
            LOG.info(interruption.cancelled() ? "Stopping, as the system wishes" : "Stopping");
        }
        return ExitCode.DONE;
    }
}
