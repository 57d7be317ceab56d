package io.cleanplate.batch;

/** Hears of a batch while it runs; called by one thread at a time. */
@FunctionalInterface
public interface BatchListener {
    /** A picture is through, whatever became of it. */
    void finished(Outcome outcome);
}
