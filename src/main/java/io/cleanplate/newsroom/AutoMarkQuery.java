package io.cleanplate.newsroom;

import org.jspecify.annotations.Nullable;

/**
 * The next pictures that the job would mark: pending, not reopened by an editor, allowed by the rules, in order.
 *
 * @param customer the tenant
 * @param rules which pictures
 * @param after the last one of the batch before; null to start from the front
 * @param limit most pictures, 1 to {@value #MOST}
 */
public record AutoMarkQuery(
        String customer, AutoMarkRules rules, @Nullable NewsId after, int limit) {
    /** Most pictures in a batch. */
    public static final int MOST = 10_000;

    /** Checks the limit. */
    public AutoMarkQuery {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("limit " + limit);
        }
    }
}
