package io.cleanplate.inpaint.device;

import io.cleanplate.task.Threads;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Gives another probe a limited time; one that hangs in the driver is left behind on its own daemon thread. */
final class TimeLimitedProbe implements GpuProbe {
    static final Duration USUAL = Duration.ofSeconds(5);

    private final GpuProbe probe;
    private final Duration limit;

    TimeLimitedProbe(GpuProbe probe, Duration limit) {
        this.probe = probe;
        this.limit = limit;
    }

    @Override
    public Gpus probe() {
        FutureTask<Gpus> task = new FutureTask<>(probe::probe);
        Threads.named("gpu-probe").newThread(task).start();
        try {
            return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return Gpus.none("The NVIDIA driver did not answer within " + limit.toSeconds() + " seconds.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Gpus.none("The search for graphics cards was interrupted.");
        } catch (ExecutionException e) {
            throw new IllegalStateException("A probe must not fail", e.getCause());
        }
    }
}
