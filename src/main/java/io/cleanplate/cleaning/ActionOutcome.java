package io.cleanplate.cleaning;

import io.cleanplate.newsroom.NewsImage;
import org.jspecify.annotations.Nullable;

/** What became of skipping, reopening, marking as it is, or undoing. */
public sealed interface ActionOutcome {
    /**
     * The newsroom confirmed it.
     *
     * @param undo takes it back; null when that cannot be
     */
    record Done(@Nullable Undo undo) implements ActionOutcome {}

    /**
     * The database is away: the change is in the outbox and is sent when it is back.
     *
     * @param reason one sentence
     * @param undo takes it back; null when that cannot be
     */
    record Queued(String reason, @Nullable Undo undo) implements ActionOutcome {}

    /** Nothing was changed: somebody else was faster, {@code now.mark()} says who and when. */
    record NotAsRead(NewsImage now) implements ActionOutcome {}

    /** Nothing was changed: the story has another picture now. */
    record ImageChanged(NewsImage now) implements ActionOutcome {}

    /** Nothing was changed: the story is not there any more. */
    record Gone() implements ActionOutcome {}
}
