package io.cleanplate.inpaint.model;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A response's body, pulled by the thread that wants it piece by piece and with a limit on each wait: the JDK's input
 * stream would block for good on a server that falls silent. One piece is asked for at a time, so a slow disk holds the
 * server back. The HTTP client's threads push, one other thread calls {@link #next}.
 */
final class ResponseBytes implements BodySubscriber<ResponseBytes> {
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();

    @Override
    public CompletionStage<ResponseBytes> getBody() {
        return CompletableFuture.completedStage(this);
    }

    @Override
    public void onSubscribe(Flow.Subscription started) {
        subscription.complete(started);
        started.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        events.add(new Event(buffers, null));
    }

    @Override
    public void onError(Throwable failure) {
        events.add(new Event(List.of(), failure));
    }

    @Override
    public void onComplete() {
        events.add(new Event(List.of(), null));
    }

    /**
     * The next piece: null when none came in time, empty at the end.
     *
     * @throws IOException when the connection broke
     */
    @Nullable
    List<ByteBuffer> next(Duration patience) throws IOException, InterruptedException {
        Event event = events.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        if (event == null) {
            return null;
        }
        if (event.failure() != null) {
            throw new IOException(event.failure().getMessage(), event.failure());
        }
        if (!event.buffers().isEmpty()) {
            subscription.join().request(1);
        }
        return event.buffers();
    }

    /** No buffers: the end, by the failure if there is one. */
    private record Event(List<ByteBuffer> buffers, @Nullable Throwable failure) {}
}
