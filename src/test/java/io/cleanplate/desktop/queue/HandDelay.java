package io.cleanplate.desktop.queue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A delay that is over when the test says so. */
public final class HandDelay implements Delay {
    private final List<Runnable> waiting = new ArrayList<>();

    @Override
    public Runnable after(Duration wait, Runnable action) {
        waiting.add(action);
        return () -> waiting.remove(action);
    }

    /** How many actions wait. */
    public int waiting() {
        return waiting.size();
    }

    /** Runs what waits. */
    public void pass() {
        List<Runnable> now = List.copyOf(waiting);
        waiting.clear();
        now.forEach(Runnable::run);
    }
}
