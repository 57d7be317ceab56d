package io.cleanplate.cli;

import io.cleanplate.app.Application;
import io.cleanplate.app.Server;
import io.cleanplate.config.ServerSettings;
import io.cleanplate.task.Threads;
import java.net.InetSocketAddress;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code cleanplate serve}: newsroom, auto-mark job and HTTP until the process is told to end. */
@Command(
        name = "serve",
        description = "Runs the server: auto-mark job, health, metrics and API, on the database that MONGODB_URL names,"
                + " else on an embedded one with a demo newsroom.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  cleanplate serve",
            "  MONGODB_URL=mongodb://db:27017/news HTTP_HOST=0.0.0.0 cleanplate serve",
            "",
            "SIGTERM and Ctrl+C end it: requests drain, the current batch is finished, exit code 0."
        })
final class ServeCommand implements Callable<ExitCode> {
    private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

    private final Application application;
    private final Console console;

    @Option(names = "--host", paramLabel = "HOST", description = "Address to listen at. Default: HTTP_HOST, 127.0.0.1.")
    private @Nullable String host;

    @Option(names = "--port", paramLabel = "PORT", description = "Port to listen at. Default: HTTP_PORT, else 8096.")
    private @Nullable Integer port;

    @Option(names = "--demo-reset", description = "Throw the embedded newsroom away first, and fill it anew.")
    private boolean demoReset;

    ServeCommand(Application application, Console console) {
        this.application = application;
        this.console = console;
    }

    @Override
    public ExitCode call() {
        ServerSettings settings = application.serverSettings();
        settings = settings.at(host == null ? settings.httpHost() : host, port == null ? settings.httpPort() : port);
        if (demoReset) {
            application.resetDemo();
        }
        CountDownLatch forever = new CountDownLatch(1);
        Server server = application.startServer(settings, Version.current());
        Runtime.getRuntime().addShutdownHook(Threads.named("shutdown").newThread(() -> {
            LOG.info("Stopping");
            server.close();
            LOG.info("Stopped");
            console.out().flush();
            // A wish to end that was followed is no failure: without this the code would be the signal's.
            Runtime.getRuntime().halt(ExitCode.DONE.value());
        }));
        tell(settings, server.address());
        try {
            forever.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return ExitCode.DONE;
    }

    private void tell(ServerSettings settings, InetSocketAddress address) {
        String url = "http://" + (settings.httpHost().equals("0.0.0.0") ? "127.0.0.1" : settings.httpHost()) + ":"
                + address.getPort();
        console.err()
                .println("Cleanplate serves on " + url + ": open " + url + "/health, " + url + "/api/stats or " + url
                        + "/openapi.yaml. Ctrl+C ends it.");
    }
}
