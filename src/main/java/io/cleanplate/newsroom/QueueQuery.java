package io.cleanplate.newsroom;

import org.jspecify.annotations.Nullable;

/**
 * A page of the queue, in the order of {@link NewsId}.
 *
 * @param filter which pictures
 * @param after the last one of the page before; null for the first page
 * @param limit most pictures on the page, 1 to {@value #MOST}
 */
public record QueueQuery(QueueFilter filter, @Nullable NewsId after, int limit) {
    /** Most pictures on a page. */
    public static final int MOST = 1000;

    /** Checks the limit. */
    public QueueQuery {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("limit " + limit);
        }
    }
}
