package io.cleanplate.desktop.queue;

import java.time.Duration;

/** Runs something on the JavaFX thread after a while; in tests, when the test says so. */
@FunctionalInterface
public interface Delay {
    /** Runs an action once, later, unless what is returned is run before. */
    Runnable after(Duration wait, Runnable action);
}
