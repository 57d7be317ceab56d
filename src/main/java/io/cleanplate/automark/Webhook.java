package io.cleanplate.automark;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Posts a message for each customer of which a run marked something: {@code customer}, {@code marked}, {@code failed},
 * {@code pending_left} (null when it could not be counted), {@code started} and {@code finished}. Three tries, with two and
 * eight seconds between them; redirects are not followed. Thread-safe; the job never waits for it.
 */
public final class Webhook implements AutoMarkListener, AutoCloseable {
    static final int MOST_WAITING = 100;

    private static final Logger LOG = LoggerFactory.getLogger(Webhook.class);
    private static final int TRIES = 3;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final int LONGER = 4;
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final WebhookTarget target;
    private final ScheduledExecutorService sender;
    private final WebhookListener listener;
    private final HttpClient client;
    private final AtomicInteger waiting = new AtomicInteger();

    /**
     * Ready to send.
     *
     * @param sender of one thread, its own; shut down by {@link #close}
     */
    public Webhook(WebhookTarget target, ScheduledExecutorService sender, WebhookListener listener) {
        this.target = target;
        this.sender = sender;
        this.listener = listener;
        client = HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public void customerFinished(CustomerReport report) {
        if (report.counts().marked() == 0) {
            return;
        }
        if (waiting.incrementAndGet() > MOST_WAITING) {
            LOG.warn("Too many messages wait for the webhook at {}: one is dropped (auto-mark)", target);
            finish(WebhookOutcome.DROPPED);
            return;
        }
        String message = message(report);
        later(Duration.ZERO, () -> attempt(message, 1));
    }

    /** Gives what is being sent two seconds, then drops what is left. */
    @Override
    public void close() {
        sender.shutdown();
        try {
            if (!sender.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                sender.shutdownNow();
            }
        } catch (InterruptedException e) {
            sender.shutdownNow();
            Thread.currentThread().interrupt();
        }
        client.shutdownNow();
        int left = waiting.get();
        if (left > 0) {
            LOG.warn(
                    "{} messages for the webhook at {} were dropped, since the program ends (auto-mark)", left, target);
        }
    }

    private static String message(CustomerReport report) {
        JsonObject message = new JsonObject();
        message.addProperty("customer", report.customer());
        message.addProperty("marked", report.counts().marked());
        message.addProperty("failed", report.counts().failed());
        message.addProperty("pending_left", report.pendingLeft());
        message.addProperty("started", report.started().toString());
        message.addProperty("finished", report.finished().toString());
        return message.toString();
    }

    private void attempt(String message, int number) {
        String fault;
        try {
            int status = client.send(target.post(message), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            if (status / 100 == 2) {
                finish(WebhookOutcome.DELIVERED);
                return;
            }
            fault = "HTTP status " + status;
            if (!passing(status)) {
                LOG.warn("The webhook at {} refused a message with {} (auto-mark)", target, fault);
                finish(WebhookOutcome.REFUSED);
                return;
            }
        } catch (IOException e) {
            fault = e.getClass().getSimpleName();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            finish(WebhookOutcome.DROPPED);
            return;
        } catch (RuntimeException e) {
            FailureLog.note("A message for the webhook failed", e);
            finish(WebhookOutcome.FAILED);
            return;
        }
        again(message, number, fault);
    }

    private void again(String message, int number, String fault) {
        if (number == TRIES) {
            LOG.warn("The webhook at {} could not be reached in {} tries: {} (auto-mark)", target, TRIES, fault);
            finish(WebhookOutcome.FAILED);
            return;
        }
        LOG.info("The webhook at {} is tried again: {} (auto-mark)", target, fault);
        Duration pause = FIRST_PAUSE.multipliedBy(number == 1 ? 1 : LONGER);
        later(pause, () -> attempt(message, number + 1));
    }

    @SuppressWarnings("FutureReturnValueIgnored") // an attempt keeps what it throws to itself
    private void later(Duration pause, Runnable task) {
        try {
            sender.schedule(task, pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("A message for the webhook came while the program ends (auto-mark)", e);
            finish(WebhookOutcome.DROPPED);
        }
    }

    /** Whether the same message may be taken later. */
    private static boolean passing(int status) {
        return status >= 500 || status == 408 || status == 429;
    }

    private void finish(WebhookOutcome outcome) {
        waiting.decrementAndGet();
        listener.finished(outcome);
    }
}
