package io.cleanplate.automark;

import io.cleanplate.newsroom.AutoMarkBatch;
import io.cleanplate.newsroom.AutoMarkResult;

/**
 * Pictures of a run, counted. Where a run broke off, or was a dry run, marked, failed and lost add up to less than found.
 *
 * @param found pictures to mark
 * @param marked pictures that this run marked
 * @param failed pictures that the database refused to change
 * @param lost pictures that an editor or another server took care of first, or whose document changed since it was read
 * @param unreadable documents left out because their id or customer is of a type that no reader knows
 */
public record MarkCounts(long found, long marked, long failed, long lost, long unreadable) {
    /** No pictures. */
    public static final MarkCounts NONE = new MarkCounts(0, 0, 0, 0, 0);

    /** Both together. */
    public MarkCounts plus(MarkCounts other) {
        return new MarkCounts(
                found + other.found,
                marked + other.marked,
                failed + other.failed,
                lost + other.lost,
                unreadable + other.unreadable);
    }

    static MarkCounts of(AutoMarkBatch batch) {
        return new MarkCounts(batch.pictures().size(), 0, 0, 0, batch.unreadable());
    }

    static MarkCounts of(AutoMarkResult result) {
        return new MarkCounts(0, result.marked(), result.failed(), result.lost(), 0);
    }
}
