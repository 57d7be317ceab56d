package io.cleanplate.automark;

import org.jspecify.annotations.Nullable;

/**
 * What a run is to do.
 *
 * @param trigger what starts it
 * @param customer only this one, which must have auto-mark on; null for all that have
 * @param drain go on until nothing is left to mark, rather than one batch a customer
 * @param dryRun count only, and write nothing
 */
public record RunOrder(Trigger trigger, @Nullable String customer, boolean drain, boolean dryRun) {
    /** One batch for each customer, since the interval is over. */
    public static final RunOrder SCHEDULED = new RunOrder(Trigger.SCHEDULED, null, false, false);

    /** One batch, asked for through the server. */
    public static RunOrder requested(@Nullable String customer) {
        return new RunOrder(Trigger.REQUESTED, customer, false, false);
    }
}
