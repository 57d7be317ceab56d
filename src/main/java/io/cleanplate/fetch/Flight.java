package io.cleanplate.fetch;

import java.time.Duration;
import java.util.concurrent.Future;

/** A download under way. Who waits for it is counted by {@link Flights} alone, one thread at a time. */
final class Flight {
    private final Progress progress;
    private final Future<byte[]> result;
    private final long startedNanos = System.nanoTime();
    private int waiting;
    private int joined;

    Flight(Progress progress, Future<byte[]> result) {
        this.progress = progress;
        this.result = result;
    }

    Progress progress() {
        return progress;
    }

    Future<byte[]> result() {
        return result;
    }

    boolean lasts(Duration longerThan) {
        return System.nanoTime() - startedNanos > longerThan.toNanos();
    }

    void join() {
        waiting++;
        joined++;
    }

    /** Whether nobody waits any more. */
    boolean leave() {
        waiting--;
        return waiting == 0;
    }

    /** Whether more than one ever waited. */
    boolean shared() {
        return joined > 1;
    }
}
