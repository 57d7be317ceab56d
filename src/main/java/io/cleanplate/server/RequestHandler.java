package io.cleanplate.server;

import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes every request through the same steps: find the route, check the caller, read the content, answer. Thread-safe. */
final class RequestHandler implements HttpHandler {
    private static final Logger LOG = LoggerFactory.getLogger(RequestHandler.class);
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE");
    private static final String UNMATCHED = "unmatched";

    /** As much of a refused request is still read: a client that is cut off while it sends sees no answer. */
    private static final long MOST_DISCARDED = 8L << 20;

    private final Router router;
    private final WriteGuard guard;
    private final InFlight inFlight;
    private final RequestObserver observer;

    RequestHandler(Router router, WriteGuard guard, InFlight inFlight, RequestObserver observer) {
        this.router = router;
        this.guard = guard;
        this.inFlight = inFlight;
        this.observer = observer;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        boolean inside = inFlight.enter();
        try (exchange) {
            answer(exchange, inside);
        } finally {
            if (inside) {
                inFlight.leave();
            }
        }
    }

    private void answer(HttpExchange exchange, boolean inside) throws IOException {
        long started = System.nanoTime();
        String method = exchange.getRequestMethod();
        String known = METHODS.contains(method) ? method : "OTHER";
        String route = UNMATCHED;
        Reply reply;
        try {
            Router.Match match = router.find(method, RequestPath.segments(exchange.getRequestURI()));
            route = match.route().path().text();
            reply = reply(exchange, match, inside);
        } catch (RuntimeException | Error e) {
            Problem problem = Problem.of(e);
            if (problem.code() != null) {
                LOG.error("{} {} failed, code {}", known, route, problem.code(), e);
            }
            reply = Reply.of(problem);
        }
        ReplyWriter.send(exchange, reply, inFlight.closed());
        observer.answered(known, route, reply.status(), Duration.ofNanos(System.nanoTime() - started));
        if (!method.equals("HEAD")) {
            RequestBody.discard(exchange.getRequestBody(), MOST_DISCARDED);
        }
    }

    private Reply reply(HttpExchange exchange, Router.Match match, boolean inside) throws IOException {
        Route route = match.route();
        // Who watches the server still sees how it stands while it stops.
        if (!inside && !HealthRoutes.PATHS.contains(route.path().text())) {
            return Reply.of(Problem.stopping());
        }
        if (route.changesState()) {
            guard.check(exchange.getRemoteAddress().getAddress().isLoopbackAddress(), exchange.getRequestHeaders());
        }
        JsonObject body = new JsonObject();
        if (route.takesJson()) {
            body = RequestBody.json(exchange.getRequestHeaders(), exchange.getRequestBody());
        } else {
            RequestBody.none(exchange.getRequestHeaders(), exchange.getRequestBody(), !route.changesState());
        }
        Query query = Query.parse(exchange.getRequestURI().getRawQuery());
        return route.handler().apply(new Call(match.path(), query, body));
    }
}
