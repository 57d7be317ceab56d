package io.cleanplate.server;

import java.util.Set;
import java.util.function.Function;

/**
 * What is done at a path. Reads are open to everybody who reaches the server; everything else is guarded.
 *
 * @param method GET (which answers HEAD, too), PUT or POST
 * @param path where
 * @param takesJson whether the request brings a JSON object; else it brings nothing
 * @param handler answers; called on any thread, several at a time
 */
record Route(String method, PathTemplate path, boolean takesJson, Function<Call, Reply> handler) {
    /** RFC 9110, section 9.2.1. */
    private static final Set<String> SAFE = Set.of("GET", "OPTIONS");

    static Route get(String path, Function<Call, Reply> handler) {
        return new Route("GET", new PathTemplate(path), false, handler);
    }

    static Route post(String path, Function<Call, Reply> handler) {
        return new Route("POST", new PathTemplate(path), false, handler);
    }

    static Route put(String path, Function<Call, Reply> handler) {
        return new Route("PUT", new PathTemplate(path), true, handler);
    }

    boolean changesState() {
        return !SAFE.contains(method);
    }
}
