package io.cleanplate.cleaning;

import io.cleanplate.newsroom.NewsImage;

/**
 * What became of a saved picture; the file is on the disk in any case. The last three wait for the editor, in
 * {@link Outbox#undecided} too, to be handed to one of {@link PictureDesk#keepFile}, {@link PictureDesk#overwriteMark} and
 * {@link PictureDesk#drop}.
 */
public sealed interface SaveOutcome {
    /** What was saved. */
    SavedFile file();

    /** The newsroom confirmed it. */
    record Marked(SavedFile file, Undo undo) implements SaveOutcome {}

    /**
     * The mark is in the outbox and is sent later.
     *
     * @param reason one sentence, such as that the database does not answer
     */
    record Queued(SavedFile file, String reason, Undo undo) implements SaveOutcome {}

    /** Not marked: the picture is no longer pending, {@code now.mark()} says who did what and when. */
    record Conflict(SavedFile file, NewsImage now, OutboxEntry entry) implements SaveOutcome {}

    /** Not marked: the story has another picture now. */
    record ImageChanged(SavedFile file, NewsImage now, OutboxEntry entry) implements SaveOutcome {}

    /** Not marked: the story is not there any more. */
    record Gone(SavedFile file, OutboxEntry entry) implements SaveOutcome {}
}
