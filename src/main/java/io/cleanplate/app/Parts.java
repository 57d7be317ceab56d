package io.cleanplate.app;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What was started, to be stopped in the opposite order. Belongs to one thread at a time. */
final class Parts implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Parts.class);

    private final Deque<AutoCloseable> started = new ArrayDeque<>();

    /** Adds a part, which is stopped before all that were added earlier. */
    <T extends AutoCloseable> T add(T part) {
        started.push(part);
        return part;
    }

    /** Stops all; does nothing the second time. Never throws: what a part fails of keeps no other from being stopped. */
    @Override
    public void close() {
        while (!started.isEmpty()) {
            try {
                started.pop().close();
            } catch (Exception e) {
                LOG.error("Stopping a part failed", e);
            }
        }
    }
}
