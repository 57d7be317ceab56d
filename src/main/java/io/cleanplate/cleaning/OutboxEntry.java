package io.cleanplate.cleaning;

import io.cleanplate.newsroom.PictureRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change that the newsroom has not confirmed yet.
 *
 * @param number its place in the order in which changes are sent
 * @param database which newsroom it is for
 * @param picture as the editor read it
 * @param change what was decided
 * @param at when
 * @param file the saved file that the change hands on; null when there is none
 * @param obstacle why an editor has to decide; null while it waits to be sent
 */
public record OutboxEntry(
        long number,
        String database,
        PictureRef picture,
        Change change,
        Instant at,
        @Nullable SavedFile file,
        @Nullable Obstacle obstacle) {
    /** Why a change cannot be made as it was meant. */
    public enum Obstacle {
        /** Somebody else cleaned, skipped or reopened the picture in the meantime. */
        MARKED_BY_OTHERS,
        /** The story has another picture now. */
        IMAGE_CHANGED,
        /** The story is not there any more. */
        GONE,
        /** The saved file is not there any more, or is not what was saved. */
        FILE_LOST
    }

    /** Whether the other is this entry, whatever became of it. */
    boolean sameAs(OutboxEntry other) {
        return number == other.number && picture.equals(other.picture) && at.equals(other.at);
    }

    /** The same with another obstacle. */
    OutboxEntry with(@Nullable Obstacle other) {
        return new OutboxEntry(number, database, picture, change, at, file, other);
    }

    /** The same place in the order, for another change. */
    OutboxEntry with(Change other, @Nullable SavedFile otherFile) {
        return new OutboxEntry(number, database, picture, other, at, otherFile, null);
    }
}
