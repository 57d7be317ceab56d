package io.cleanplate.automark;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a run did for one customer.
 *
 * @param customer the tenant
 * @param started when its turn came
 * @param finished when it was over
 * @param counts the pictures
 * @param pendingLeft pending pictures afterwards, those that the rules leave out and those that an editor reopened
 *     included; null when they could not be counted
 * @param error why it broke off, in one sentence; null when it did not
 */
public record CustomerReport(
        String customer,
        Instant started,
        Instant finished,
        MarkCounts counts,
        @Nullable Long pendingLeft,
        @Nullable String error) {
    /** Whether something went wrong. */
    public boolean failed() {
        return error != null || counts.failed() > 0;
    }
}
