package io.cleanplate.task;

import java.util.concurrent.ThreadFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where background threads come from: each has a name, never keeps the program running, and logs what it dies of, so
 * that no failure goes unseen.
 */
public final class Threads {
    private static final Logger LOG = LoggerFactory.getLogger(Threads.class);

    private Threads() {}

    /** Makes platform threads called {@code name-1}, {@code name-2} and so on; the factory is thread-safe. */
    public static ThreadFactory named(String name) {
        return Thread.ofPlatform()
                .daemon()
                .name(name + "-", 1)
                .uncaughtExceptionHandler(Threads::report)
                .factory();
    }

    /** Makes virtual threads called {@code name-1}, {@code name-2} and so on; the factory is thread-safe. */
    public static ThreadFactory virtual(String name) {
        return Thread.ofVirtual()
                .name(name + "-", 1)
                .uncaughtExceptionHandler(Threads::report)
                .factory();
    }

    private static void report(Thread thread, Throwable failure) {
        LOG.error("Thread {} ended by a failure", thread.getName(), failure);
    }
}
