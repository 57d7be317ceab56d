package io.cleanplate.desktop.queue;

import io.cleanplate.newsroom.NewsImage;
import org.jspecify.annotations.Nullable;

/**
 * A row of the queue.
 *
 * @param image its picture; null while its page is not loaded
 * @param work what is being done with it
 */
public record QueueRow(@Nullable NewsImage image, RowWork work) {
    /** A row whose page is not loaded. */
    public static final QueueRow UNLOADED = new QueueRow(null, RowWork.NONE);
}
