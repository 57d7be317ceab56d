package io.cleanplate.newsroom;

import org.jspecify.annotations.Nullable;

/**
 * A change of a customer's settings. What is null stays as it is.
 *
 * @param customer the tenant, not empty
 * @param autoMarkCleaned whether the job marks its pictures
 * @param rules which pictures the job marks; {@link AutoMarkRules#ALL} removes every restriction
 * @param by who asks for it
 */
public record SettingsChange(
        String customer,
        @Nullable Boolean autoMarkCleaned,
        @Nullable AutoMarkRules rules,
        String by) {
    /** Checks the name. */
    public SettingsChange {
        if (customer.isEmpty()) {
            throw new IllegalArgumentException("a customer without a name");
        }
    }
}
