package io.cleanplate.newsroom;

import io.cleanplate.error.UnavailableException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finding pictures. Thread-safe; every call may throw {@link UnavailableException} when the database is away. */
public interface PictureQueue {
    /** A page of the queue. Pictures that come or go between two pages are seen once or not at all, never twice. */
    QueuePage page(QueueQuery query);

    /** One picture, in whatever state; empty when the customer has no such document. */
    Optional<NewsImage> find(String customer, NewsId id);

    /** The publishers that occur, in order; of all customers when null. */
    List<String> sources(@Nullable String customer);

    /** The sections that occur, in order; of all customers when null. */
    List<String> categories(@Nullable String customer);
}
