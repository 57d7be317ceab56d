package io.cleanplate.newsroom;

import io.cleanplate.error.UnavailableException;

/**
 * The data side of the auto-mark job. Thread-safe, and safe against other servers on the same database: a picture is marked
 * once. Every call may throw {@link UnavailableException} when the database is away.
 */
public interface AutoMarking {
    /** The next pictures to mark. */
    AutoMarkBatch nextBatch(AutoMarkQuery query);

    /**
     * Marks each picture of the batch that is still pending, not reopened, and names the same image. One round trip.
     *
     * @throws UnavailableException when the database went away: some pictures may be marked, and the next batch leaves
     *     those out
     */
    AutoMarkResult autoMark(AutoMarkBatch batch);
}
