package io.cleanplate.cleaning;

import io.cleanplate.newsroom.MarkOutcome;

/** What became of a change at once. */
sealed interface Delivery {
    /** The entry as it is now. */
    OutboxEntry entry();

    /** The newsroom answered; unless it is done, the entry is still there and needs a decision. */
    record Answered(OutboxEntry entry, MarkOutcome outcome) implements Delivery {}

    /** The newsroom is not to be had, or an earlier change of the picture waits, too. The entry is sent later. */
    record Waits(OutboxEntry entry, String reason) implements Delivery {}
}
