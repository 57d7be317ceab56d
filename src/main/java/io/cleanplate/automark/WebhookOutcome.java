package io.cleanplate.automark;

/** What became of a message to the webhook. */
public enum WebhookOutcome {
    /** It was taken. */
    DELIVERED,
    /** The other side does not want it, and would not want it again. */
    REFUSED,
    /** It could not be delivered in all its tries. */
    FAILED,
    /** It was thrown away: too many wait, or the program ends. */
    DROPPED
}
