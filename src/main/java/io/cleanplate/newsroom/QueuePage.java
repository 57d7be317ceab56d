package io.cleanplate.newsroom;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the queue.
 *
 * @param pictures in order
 * @param next what to ask for {@link QueueQuery#after}; null when nothing follows
 * @param unreadable documents left out because their id or customer is of a type that no reader knows
 */
public record QueuePage(List<NewsImage> pictures, @Nullable NewsId next, int unreadable) {
    /** Copies the list. */
    public QueuePage {
        pictures = List.copyOf(pictures);
    }
}
