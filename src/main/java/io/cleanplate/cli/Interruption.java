package io.cleanplate.cli;

import io.cleanplate.task.Cancellation;
import io.cleanplate.task.Threads;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl+C (or the system's wish to end) while a command runs: the work is cancelled, and the process lives on for a while so
 * that the command can finish or drop what it holds and say what was done. The exit code is then the system's own, 130.
 */
final class Interruption extends Cancellation implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 30;

    private final CountDownLatch finished = new CountDownLatch(1);
    private final Runnable told;
    private final Thread hook;

    /** For work that asks whether it is cancelled. */
    Interruption() {
        this(() -> {});
    }

    /**
     * For work that has to be told.
     *
     * @param told runs at once, on a thread of its own; must not wait
     */
    Interruption(Runnable told) {
        this.told = told;
        hook = Threads.named("interruption").newThread(this::onShutdown);
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void onShutdown() {
        cancel();
        told.run();
        try {
            finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets the process go. */
    @Override
    public void close() {
        finished.countDown();
        if (!cancelled()) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }
}
