package io.cleanplate.server;

import com.sun.net.httpserver.HttpServer;
import io.cleanplate.error.InputException;
import io.cleanplate.task.Threads;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The program's HTTP server. {@link #start} and {@link #stop} are each called once, by one thread; {@link #notReady} by any.
 */
public final class HttpEndpoint {
    private static final Logger LOG = LoggerFactory.getLogger(HttpEndpoint.class);

    private final InFlight inFlight = new InFlight();
    private final RequestHandler handler;
    private final Router router;
    private final ExecutorService threads;
    private volatile boolean accepting = true;
    private @Nullable HttpServer server;

    /**
     * A server that does not listen yet.
     *
     * @param token what callers must bring to change anything; null when only this machine's may
     * @param clock tells the time
     */
    public HttpEndpoint(HttpServices services, @Nullable String token, InstantSource clock) {
        threads = Executors.newThreadPerTaskExecutor(Threads.virtual("http"));
        DatabaseProbe database = new DatabaseProbe(services.newsroom()::connected, threads, clock);
        KnownCustomers known = new KnownCustomers(services.newsroom());
        router = new Router(Stream.of(
                        new PlainRoutes(services.metrics()).routes(),
                        new HealthRoutes(services, database, () -> accepting, clock).routes(),
                        new StatsRoutes(services.newsroom()).routes(),
                        new CustomerRoutes(services.newsroom(), known).routes(),
                        new AutoMarkRoutes(services.autoMark(), known).routes())
                .flatMap(List::stream)
                .toList());
        handler = new RequestHandler(router, new WriteGuard(token), inFlight, services.observer());
    }

    /**
     * Listens and answers.
     *
     * @param host a name or address of this machine; {@code 0.0.0.0} for all
     * @param port 0 for any free one
     * @return where it listens
     * @throws InputException when that cannot be listened on: says why
     */
    public InetSocketAddress start(String host, int port) {
        InetSocketAddress address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            throw new InputException("HTTP_HOST is '" + host + "', which no name service knows: accepted is an address"
                    + " of this machine, such as 127.0.0.1 or 0.0.0.0.");
        }
        ServerLimits.apply();
        HttpServer created;
        try {
            created = HttpServer.create(address, 0);
        } catch (IOException e) {
            throw new InputException(
                    "The server cannot listen on " + host + ":" + port + " (" + e.getMessage()
                            + "): end what listens there, or choose another with HTTP_PORT and HTTP_HOST.",
                    e);
        }
        created.setExecutor(threads);
        created.createContext("/", handler);
        created.start();
        server = created;
        return created.getAddress();
    }

    /** From now on {@code /health/ready} says 503, and all else goes on. */
    public void notReady() {
        accepting = false;
    }

    /**
     * Takes on no more requests, except for those about health, lets the running ones end, then closes every connection and
     * the port. Does nothing when it never started.
     *
     * @param drain how long the running ones may take
     */
    public void stop(Duration drain) {
        notReady();
        try {
            if (!inFlight.closeAndWait(drain)) {
                LOG.warn("HTTP requests still running after {} s were cut off", drain.toSeconds());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (server != null) {
            server.stop(0);
        }
        threads.shutdownNow();
    }

    /** What it answers, for the test that compares this with its description. */
    Router router() {
        return router;
    }
}
