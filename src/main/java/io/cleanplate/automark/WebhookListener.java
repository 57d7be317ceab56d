package io.cleanplate.automark;

/** Is told what becomes of messages. Called on the webhook's or the job's thread: it returns at once and throws nothing. */
@FunctionalInterface
public interface WebhookListener {
    /** A message is done with. */
    void finished(WebhookOutcome outcome);
}
