package io.cleanplate.fetch;

import io.cleanplate.task.TaskMonitor;
import io.cleanplate.task.Threads;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Downloads under way, one for an address however many ask for it: a list of thumbnails and the editor often want the
 * same picture at once. Each runs on a thread of its own, so that who waits can leave at any time; when the last one
 * leaves, the download ends. Thread-safe.
 */
final class Flights implements AutoCloseable {
    private static final Duration GLANCE = Duration.ofMillis(50);

    private final ConcurrentHashMap<PictureAddress, Flight> flights = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(Threads.virtual("fetch"));
    private final Loader loader;
    private final Duration deadline;

    /** Gets a picture on the thread that calls; an interrupt makes it give up. */
    @FunctionalInterface
    interface Loader {
        byte[] load(PictureAddress address, Progress progress);
    }

    Flights(Loader loader, Duration deadline) {
        this.loader = loader;
        this.deadline = deadline;
    }

    /** The picture's bytes, which belong to the caller; throws as {@link PictureSource#fetch} does. */
    byte[] fetch(PictureAddress address, TaskMonitor monitor) {
        monitor.checkCancelled();
        Flight flight = flights.compute(address, (same, current) -> {
            Flight joined =
                    current == null || current.result().isDone() || current.lasts(deadline) ? start(address) : current;
            joined.join();
            return joined;
        });
        byte[] bytes;
        try {
            bytes = await(address, flight, monitor);
        } finally {
            leave(address, flight);
        }
        return flight.shared() ? bytes.clone() : bytes;
    }

    private Flight start(PictureAddress address) {
        Progress progress = new Progress();
        try {
            return new Flight(progress, threads.submit(() -> loader.load(address, progress)));
        } catch (RejectedExecutionException closed) {
            throw cancelled("the fetcher is closed", closed);
        }
    }

    /** Nobody can join a flight that the last one left: it goes in the same step. */
    private void leave(PictureAddress address, Flight flight) {
        flights.compute(address, (same, current) -> {
            if (!flight.leave()) {
                return current;
            }
            flight.result().cancel(true);
            return flight.equals(current) ? null : current;
        });
    }

    private byte[] await(PictureAddress address, Flight flight, TaskMonitor monitor) {
        Progress progress = flight.progress();
        long told = 0;
        while (true) {
            monitor.checkCancelled();
            try {
                byte[] bytes = flight.result().get(GLANCE.toMillis(), TimeUnit.MILLISECONDS);
                monitor.progress(bytes.length, bytes.length);
                return bytes;
            } catch (TimeoutException underWay) {
                if (flight.lasts(deadline)) {
                    throw HttpFaults.tooSlow(address, deadline);
                }
                if (progress.received() != told) {
                    told = progress.received();
                    monitor.progress(told, progress.total());
                }
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RuntimeException failure) {
                    throw failure;
                }
                throw new IllegalStateException("a download of " + address + " failed", e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw cancelled("interrupted", e);
            }
        }
    }

    private static CancellationException cancelled(String why, Exception cause) {
        CancellationException cancelled = new CancellationException(why);
        cancelled.initCause(cause);
        return cancelled;
    }

    /** Ends every download; who waits for one gets a {@link CancellationException}. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
