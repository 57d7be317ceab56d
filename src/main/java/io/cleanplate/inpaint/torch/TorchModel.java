package io.cleanplate.inpaint.torch;

import ai.djl.engine.EngineException;
import io.cleanplate.inpaint.Batch;
import io.cleanplate.inpaint.Device;
import io.cleanplate.inpaint.DeviceMemoryException;
import io.cleanplate.inpaint.InpaintModel;
import io.cleanplate.task.Threads;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A network shared by callers on any thread: their passes run on a fixed number of worker threads. At most twice as many
 * passes as workers are running or queued, each holding its pictures in memory; further callers wait before they queue.
 */
final class TorchModel implements InpaintModel {
    private static final Logger LOG = LoggerFactory.getLogger(TorchModel.class);
    private static final long LAST_PASS_SECONDS = 60;

    private final Network network;
    private final int maxBatch;
    private final Semaphore places;
    private final ThreadPoolExecutor workers;

    /** Takes the network over and closes it with itself. */
    TorchModel(Network network, int maxBatch, int workers) {
        this.network = network;
        this.maxBatch = maxBatch;
        this.places = new Semaphore(2 * workers, true);
        this.workers = new ThreadPoolExecutor(
                workers, workers, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Threads.named("inference"));
    }

    @Override
    public Pending begin(Batch batch) {
        try {
            places.acquire();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        Pass pass = new Pass(batch);
        try {
            workers.execute(pass);
            return pass;
        } catch (RejectedExecutionException e) {
            places.release();
            throw cancelled("The model is closed", e);
        }
    }

    /** A pass on its way. Its place is free again when it is done or will never run. */
    private final class Pass extends FutureTask<float[]> implements Pending {
        private final AtomicLong nanos;

        Pass(Batch batch) {
            this(batch, new AtomicLong());
        }

        private Pass(Batch batch, AtomicLong nanos) {
            super(() -> {
                long start = System.nanoTime();
                try {
                    return network.forward(batch);
                } finally {
                    nanos.set(System.nanoTime() - start);
                }
            });
            this.nanos = nanos;
        }

        @Override
        protected void done() {
            places.release();
        }

        @Override
        public float[] await() {
            try {
                return get();
            } catch (InterruptedException e) {
                // A pass that has begun cannot be stopped: it ends unheard. One that waits must not run at all.
                cancel(false);
                workers.remove(this);
                throw interrupted(e);
            } catch (ExecutionException e) {
                throw translated(e);
            }
        }

        @Override
        public long nanos() {
            return nanos.get();
        }
    }

    private RuntimeException translated(ExecutionException e) {
        Throwable failure = e.getCause() == null ? e : e.getCause();
        if (failure instanceof OutOfMemoryError
                || (failure instanceof EngineException && OutOfMemoryMessages.tell(failure))) {
            return new DeviceMemoryException(String.valueOf(failure.getMessage()), failure);
        }
        return new IllegalStateException("A pass failed on " + network.device(), failure);
    }

    /** Passes that wait for a worker. */
    int queued() {
        return workers.getQueue().size();
    }

    @Override
    public int maxBatch() {
        return maxBatch;
    }

    @Override
    public Device device() {
        return network.device();
    }

    @Override
    public void freeMemory() {
        network.freeMemory();
    }

    @Override
    public void close() {
        for (Runnable waiting : workers.shutdownNow()) {
            ((FutureTask<?>) waiting).cancel(false);
        }
        boolean interrupted = Thread.interrupted();
        if (lastPassesEnded()) {
            network.close();
        } else {
            LOG.warn("A pass on {} did not end within {} s; its model stays in memory", device(), LAST_PASS_SECONDS);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean lastPassesEnded() {
        try {
            return workers.awaitTermination(LAST_PASS_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return workers.isTerminated();
        }
    }

    private static CancellationException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return cancelled("The wait for the model was interrupted", cause);
    }

    private static CancellationException cancelled(String why, Exception cause) {
        CancellationException cancelled = new CancellationException(why);
        cancelled.initCause(cause);
        return cancelled;
    }
}
