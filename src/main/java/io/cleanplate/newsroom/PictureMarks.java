package io.cleanplate.newsroom;

import io.cleanplate.error.UnavailableException;
import org.jspecify.annotations.Nullable;

/**
 * What an editor does with a picture. Each change is made only if the document still is as it was read, touches nothing but
 * the fields that it names, and says what happened otherwise. Thread-safe; every call may throw
 * {@link UnavailableException}: then it is unknown whether the change was made, and the same call may be made again.
 */
public interface PictureMarks {
    /**
     * Hands a pending picture on. If it already carries this very mark, that is {@link MarkOutcome.Done} too.
     *
     * @param picture as read, pending
     */
    MarkOutcome markCleaned(PictureRef picture, CleanedPicture cleaned);

    /**
     * Replaces a mark that somebody else set in the meantime.
     *
     * @param picture as read
     * @param seen the {@code clean_image} that the editor was shown and decided to replace; null when it was skipped
     */
    MarkOutcome overwriteMark(PictureRef picture, @Nullable String seen, CleanedPicture cleaned);

    /** Hands a pending picture on as it is. */
    MarkOutcome markCleanAsIs(PictureRef picture, String editor);

    /** Passes over a pending picture. */
    MarkOutcome skip(PictureRef picture, String editor);

    /**
     * Takes a cleaned, auto-marked or skipped picture back: it is pending for editors again, and the job leaves it alone.
     *
     * @param picture as read
     * @param seen the {@code clean_image} as read; null when it was skipped
     */
    MarkOutcome reopen(PictureRef picture, @Nullable String seen);
}
