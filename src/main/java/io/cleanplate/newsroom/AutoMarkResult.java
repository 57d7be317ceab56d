package io.cleanplate.newsroom;

import java.util.List;

/**
 * What became of a batch: {@code marked + lost + failed} are the batch's pictures.
 *
 * @param marked pictures that this call marked
 * @param lost pictures that somebody else marked, skipped, changed or removed since they were read
 * @param failed pictures that the database refused to change
 * @param ids the marked pictures in order; where another server marked some of the same batch in the same millisecond,
 *     those may be among them
 */
public record AutoMarkResult(int marked, int lost, int failed, List<NewsId> ids) {
    /** Of an empty batch. */
    public static final AutoMarkResult NOTHING = new AutoMarkResult(0, 0, 0, List.of());

    /** Copies the list. */
    public AutoMarkResult {
        ids = List.copyOf(ids);
    }
}
