package io.cleanplate.cleaning;

import io.cleanplate.newsroom.CleanedPicture;
import io.cleanplate.newsroom.MarkOutcome;
import io.cleanplate.newsroom.NewsImage;
import io.cleanplate.newsroom.PictureMarks;
import io.cleanplate.newsroom.PictureRef;
import io.cleanplate.newsroom.PictureState;
import org.jspecify.annotations.Nullable;

/** What an editor decided about a picture, to be told to the newsroom. Telling it twice does no more than telling it once. */
public sealed interface Change {
    /** Hand on the cleaned file. */
    record Clean(CleanedPicture cleaned) implements Change {}

    /**
     * Hand on the cleaned file in place of what somebody else handed on.
     *
     * @param seen the {@code clean_image} that is replaced; null when there was none
     */
    record Overwrite(@Nullable String seen, CleanedPicture cleaned) implements Change {}

    /** Hand on the picture as it is. */
    record AsIs(String editor) implements Change {}

    /** Pass over the picture. */
    record Skip(String editor) implements Change {}

    /**
     * Take the picture back.
     *
     * @param seen the {@code clean_image} that is taken back; null when the picture was skipped
     */
    record Reopen(@Nullable String seen) implements Change {}

    /**
     * Tells the newsroom. Done also when the picture already is as this would make it, which is so when an earlier answer
     * was lost.
     *
     * @throws io.cleanplate.error.UnavailableException when the database is away: it may or may not have heard
     */
    default MarkOutcome tell(PictureMarks marks, PictureRef picture) {
        MarkOutcome outcome = switch (this) {
            case Clean clean -> marks.markCleaned(picture, clean.cleaned());
            case Overwrite overwrite -> marks.overwriteMark(picture, overwrite.seen(), overwrite.cleaned());
            case AsIs asIs -> marks.markCleanAsIs(picture, asIs.editor());
            case Skip skip -> marks.skip(picture, skip.editor());
            case Reopen reopen -> marks.reopen(picture, reopen.seen());
        };
        return outcome instanceof MarkOutcome.NotAsRead other && holdsIn(other.now())
                ? new MarkOutcome.Done()
                : outcome;
    }

    private boolean holdsIn(NewsImage now) {
        return switch (this) {
            case Skip skip ->
                now.state() == PictureState.SKIPPED
                        && skip.editor().equals(now.mark().by());
            case AsIs asIs ->
                now.state() == PictureState.CLEANED
                        && now.ref().image().equals(now.mark().cleanImage())
                        && asIs.editor().equals(now.mark().by());
            case Reopen reopen -> now.mark().cleanImage() == null && now.state() != PictureState.SKIPPED;
            // The newsroom knows these marks again by path and checksum.
            case Clean clean -> false;
            case Overwrite overwrite -> false;
        };
    }

    /** What is handed on when this is done; null when nothing is. */
    default @Nullable CleanedPicture handedOn() {
        return switch (this) {
            case Clean clean -> clean.cleaned();
            case Overwrite overwrite -> overwrite.cleaned();
            case AsIs asIs -> null;
            case Skip skip -> null;
            case Reopen reopen -> null;
        };
    }
}
