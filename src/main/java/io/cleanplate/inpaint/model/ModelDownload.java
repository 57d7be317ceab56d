package io.cleanplate.inpaint.model;

import io.cleanplate.error.InputException;
import io.cleanplate.error.UnavailableException;
import io.cleanplate.task.TaskMonitor;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One download of a model's file: over HTTPS, summed up while it streams, at its place only when the sum is right. Used
 * by one thread.
 */
final class ModelDownload {
    /** Far above any model known here: a server that never ends must not fill the disk. */
    private static final long MOST_BYTES = 2L << 30;

    private static final Duration CONNECT = Duration.ofSeconds(20);
    private static final Duration SILENCE = Duration.ofSeconds(60);
    private static final Duration GLANCE = Duration.ofMillis(100);
    private static final int OK = 200;

    private final URI source;
    private final ModelEntry entry;
    private final Path target;

    ModelDownload(URI source, ModelEntry entry, Path target) {
        this.source = source;
        this.entry = entry;
        this.target = target;
    }

    void run(TaskMonitor monitor) {
        checkAddress();
        monitor.checkCancelled();
        try (HttpClient client = HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            try {
                receive(client, monitor);
            } finally {
                // Drops the connection; close() alone would wait for a transfer that nobody reads any more.
                client.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            CancellationException cancelled = new CancellationException("interrupted");
            cancelled.initCause(e);
            throw cancelled;
        }
    }

    private void checkAddress() {
        String scheme = String.valueOf(source.getScheme());
        String host = source.getHost();
        boolean loopback = host != null && host.matches("localhost|127(\\.\\d+){3}|\\[::1]");
        if (host == null || !(scheme.equalsIgnoreCase("https") || (scheme.equalsIgnoreCase("http") && loopback))) {
            throw new InputException("The address " + source + " of LAMA_MODEL_URL cannot be used; it must begin with"
                    + " https:// (or with http:// on this machine itself).");
        }
    }

    private void receive(HttpClient client, TaskMonitor monitor) throws InterruptedException {
        HttpResponse<ResponseBytes> response = answer(client, monitor);
        if (response.statusCode() != OK) {
            throw new UnavailableException("The model " + entry.name() + " could not be fetched: " + source
                    + " answered with HTTP status " + response.statusCode() + " instead of a file.");
        }
        store(
                response.body(),
                response.headers().firstValueAsLong("Content-Length").orElse(0),
                monitor);
    }

    private HttpResponse<ResponseBytes> answer(HttpClient client, TaskMonitor monitor) throws InterruptedException {
        CompletableFuture<HttpResponse<ResponseBytes>> answer =
                client.sendAsync(HttpRequest.newBuilder(source).timeout(SILENCE).build(), head -> new ResponseBytes());
        while (true) {
            try {
                return answer.get(GLANCE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                monitor.checkCancelled();
            } catch (ExecutionException e) {
                throw broken(e.getCause() == null ? e : e.getCause());
            }
        }
    }

    private void store(ResponseBytes body, long announced, TaskMonitor monitor) throws InterruptedException {
        try (PartFile part = new PartFile(target)) {
            Checksum sum = copy(body, part, announced, monitor);
            if (!sum.equals(entry.checksum())) {
                throw new UnavailableException("What " + source + " sent is not the model " + entry.name()
                        + ": it has the " + sum + " instead of the " + entry.checksum()
                        + ", so it was deleted; fetch again, or correct LAMA_MODEL_URL or LAMA_MODEL_MD5.");
            }
            part.publish();
        } catch (IOException e) {
            throw new UnavailableException(
                    "The model " + entry.name() + " could not be written to " + target
                            + "; the folder must be writable and have " + entry.approximateMegabytes()
                            + " MB free (" + e.getMessage() + ").",
                    e);
        }
    }

    private Checksum copy(ResponseBytes body, PartFile part, long announced, TaskMonitor monitor)
            throws IOException, InterruptedException {
        MessageDigest digest = entry.checksum().kind().digest();
        long received = 0;
        long lastHeard = System.nanoTime();
        while (true) {
            monitor.checkCancelled();
            List<ByteBuffer> buffers = next(body);
            if (buffers == null) {
                if (System.nanoTime() - lastHeard > SILENCE.toNanos()) {
                    throw broken(new IOException("nothing came for " + SILENCE.toSeconds() + " seconds"));
                }
                continue;
            }
            if (buffers.isEmpty()) {
                return Checksum.of(entry.checksum().kind(), digest);
            }
            for (ByteBuffer buffer : buffers) {
                received += buffer.remaining();
                digest.update(buffer.duplicate());
                part.write(buffer);
            }
            if (received > MOST_BYTES) {
                throw broken(new IOException("more than " + (MOST_BYTES >> 20) + " MB came"));
            }
            lastHeard = System.nanoTime();
            monitor.progress(received, announced);
        }
    }

    /** The next piece as {@link ResponseBytes#next}; a broken connection told apart from a full disk. */
    private @Nullable List<ByteBuffer> next(ResponseBytes body) throws InterruptedException {
        try {
            return body.next(GLANCE);
        } catch (IOException e) {
            throw broken(e);
        }
    }

    private UnavailableException broken(Throwable cause) {
        return new UnavailableException(
                "The model " + entry.name() + " could not be fetched from " + source
                        + "; check the connection and try again ("
                        + (cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage()) + ").",
                cause);
    }
}
