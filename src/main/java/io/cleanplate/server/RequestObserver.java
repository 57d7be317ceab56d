package io.cleanplate.server;

import java.time.Duration;

/** Is told of every request that was answered. Called on the thread that answered, several at a time; must not block. */
@FunctionalInterface
public interface RequestObserver {
    /**
     * A request was answered.
     *
     * @param method HTTP's, or {@code OTHER} for one that no route has
     * @param route the route's template, such as {@code /api/customers/{id}/image-config}; {@code unmatched} where the
     *     path has none. Method and route come from small fixed sets.
     * @param status HTTP's code
     * @param duration from the end of the request's headers to the end of the answer
     */
    void answered(String method, String route, int status, Duration duration);
}
