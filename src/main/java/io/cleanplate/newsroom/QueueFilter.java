package io.cleanplate.newsroom;

import org.jspecify.annotations.Nullable;

/**
 * Which pictures to show. Null does not restrict.
 *
 * @param customer one tenant
 * @param source one publisher, exactly
 * @param category one section, exactly
 * @param text found in title or summary, in any case, taken literally
 * @param state where the picture stands
 */
public record QueueFilter(
        @Nullable String customer,
        @Nullable String source,
        @Nullable String category,
        @Nullable String text,
        @Nullable PictureState state) {
    /** What is pending for everybody. */
    public static final QueueFilter PENDING = new QueueFilter(null, null, null, null, PictureState.PENDING);

    /** What is pending for one customer. */
    public static QueueFilter pendingOf(String customer) {
        return new QueueFilter(customer, null, null, null, PictureState.PENDING);
    }
}
