package io.cleanplate.automark;

import io.cleanplate.newsroom.AutoMarkResult;

/**
 * Pictures of a run, counted. Where a run broke off, or was a dry run, the last three add up to less than the first.
 *
 * @param found pictures to mark
 * @param marked pictures that this run marked
 * @param failed pictures that the database refused to change
 * @param lost pictures that an editor or another server took care of first, or whose document changed since it was read
 */
public record MarkCounts(long found, long marked, long failed, long lost) {
    /** No pictures. */
    public static final MarkCounts NONE = new MarkCounts(0, 0, 0, 0);

    /** These and pictures found besides. */
    MarkCounts plusFound(int more) {
        return new MarkCounts(found + more, marked, failed, lost);
    }

    /** These with what became of some that were found. */
    MarkCounts plus(AutoMarkResult result) {
        return new MarkCounts(found, marked + result.marked(), failed + result.failed(), lost + result.lost());
    }

    /** Both together. */
    public MarkCounts plus(MarkCounts other) {
        return new MarkCounts(found + other.found, marked + other.marked, failed + other.failed, lost + other.lost);
    }
}
