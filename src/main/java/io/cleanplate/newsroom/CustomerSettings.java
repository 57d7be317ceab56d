package io.cleanplate.newsroom;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a customer's pictures are treated.
 *
 * @param customer the tenant
 * @param autoMarkCleaned whether the job marks its pictures as cleaned; false when the customer has no document, or one
 *     whose rules cannot be read
 * @param rules which pictures the job marks
 * @param createdAt when settings were first saved; null when never
 * @param updatedAt when they were last saved; null when never
 * @param updatedBy who saved them last; null when unknown
 */
public record CustomerSettings(
        String customer,
        boolean autoMarkCleaned,
        AutoMarkRules rules,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        @Nullable String updatedBy) {
    /** Of a customer that has no document: cleaned by hand. */
    public static CustomerSettings byHand(String customer) {
        return new CustomerSettings(customer, false, AutoMarkRules.ALL, null, null, null);
    }
}
