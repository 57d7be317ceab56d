package io.cleanplate.server;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Finds what is done at a path. Immutable. */
final class Router {
    private static final String OPTIONS = "OPTIONS";

    private final List<Route> routes;

    Router(List<Route> routes) {
        this.routes = List.copyOf(routes);
    }

    /**
     * What a request asks for.
     *
     * @param route what is done
     * @param path what the braces of its path stand for
     */
    record Match(Route route, Map<String, String> path) {}

    List<Route> routes() {
        return routes;
    }

    /**
     * Finds a route.
     *
     * @throws ProblemException when the path has none, or none for the method: tells those that it has
     */
    Match find(String method, List<String> segments) {
        String wanted = method.equals("HEAD") ? "GET" : method;
        TreeSet<String> allowed = new TreeSet<>();
        for (Route route : routes) {
            Optional<Map<String, String>> path = route.path().match(segments);
            if (path.isPresent()) {
                if (route.method().equals(wanted)) {
                    return new Match(route, path.get());
                }
                allowed.add(route.method());
            }
        }
        if (allowed.isEmpty()) {
            throw RequestPath.nobodys();
        }
        if (allowed.contains("GET")) {
            allowed.add("HEAD");
        }
        allowed.add(OPTIONS);
        String all = String.join(", ", allowed);
        if (method.equals(OPTIONS)) {
            Route options =
                    new Route(OPTIONS, new PathTemplate("*"), false, call -> Reply.nothing(Map.of("Allow", all)));
            return new Match(options, Map.of());
        }
        throw new ProblemException(
                ProblemKind.METHOD_NOT_ALLOWED,
                "This method is not for this path: accepted are " + all + ".",
                Map.of("Allow", all));
    }
}
