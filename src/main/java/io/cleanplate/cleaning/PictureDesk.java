package io.cleanplate.cleaning;

import io.cleanplate.error.InputException;
import io.cleanplate.error.UnavailableException;
import io.cleanplate.imaging.Picture;
import io.cleanplate.newsroom.CleanedPicture;
import io.cleanplate.newsroom.Mark;
import io.cleanplate.newsroom.MarkOutcome;
import io.cleanplate.newsroom.NewsImage;
import io.cleanplate.newsroom.PictureQueue;
import io.cleanplate.newsroom.PictureRef;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an editor does with a picture of the newsroom. Every call blocks until it is through, and is made on a background
 * thread. Each step is on the disk before the next begins: the file, the change in the outbox, the mark, the end of the
 * change, the end of the work in progress. A program killed between any two finds either the work in progress, or the change
 * that finishes it, at its next start. Thread-safe.
 */
public final class PictureDesk {
    private static final Logger LOG = LoggerFactory.getLogger(PictureDesk.class);

    private final PictureQueue pictures;
    private final CleanedFiles files;
    private final Outbox outbox;
    private final WorkInProgress work;

    /** Works with these, which stay the caller's. */
    public PictureDesk(PictureQueue pictures, CleanedFiles files, Outbox outbox, WorkInProgress work) {
        this.pictures = pictures;
        this.files = files;
        this.outbox = outbox;
        this.work = work;
    }

    /**
     * Saves the cleaned picture and hands it on. The work in progress ends when it is marked or queued.
     *
     * @param image as read, pending
     * @param cleaned in stored order, with the metadata of the original
     * @param model that was used; null when none was
     * @throws InputException when nobody downstream could read the folder, or it cannot be used
     * @throws UnavailableException when the disk fails: nothing was changed, and the work in progress is kept
     */
    public SaveOutcome saveAndMark(NewsImage image, Picture cleaned, @Nullable String model, String editor) {
        SavedFile file = files.save(image.ref(), cleaned);
        CleanedPicture picture = new CleanedPicture(file.reference(), editor, file.sha256(), model);
        return saved(outbox.deliver(image.ref(), new Change.Clean(picture), file), file);
    }

    /**
     * Passes over a pending picture.
     *
     * @throws UnavailableException when the disk fails: nothing was changed
     */
    public ActionOutcome skip(NewsImage image, String editor) {
        return act(image.ref(), new Change.Skip(editor), new Back(new Change.Reopen(null), null));
    }

    /**
     * Hands on a pending picture as it is.
     *
     * @throws UnavailableException when the disk fails: nothing was changed
     */
    public ActionOutcome markCleanAsIs(NewsImage image, String editor) {
        Change back = new Change.Reopen(image.ref().image());
        return act(image.ref(), new Change.AsIs(editor), new Back(back, null));
    }

    /**
     * Takes a cleaned, auto-marked or skipped picture back. Its file is kept.
     *
     * @param editor who does so: stands behind a mark that an undo cannot restore exactly
     * @throws UnavailableException when the disk fails: nothing was changed
     */
    public ActionOutcome reopen(NewsImage image, String editor) {
        return act(image.ref(), new Change.Reopen(image.mark().cleanImage()), Back.to(image, editor));
    }

    /**
     * Takes back what was done, if nobody else changed the picture since.
     *
     * <p>Saving, marking as it is and skipping are taken back by reopening: the picture is pending for editors, and the
     * auto-mark job leaves it alone from then on; a saved file is kept. What still waits in the outbox is replaced there, so
     * that it is not handed on first. Reopening is taken back by setting the former mark again, with its file, editor,
     * checksum and model, at the present time. Where {@link Undo#notice} says so, the mark is not quite the former one.
     *
     * @throws UnavailableException when the disk fails: nothing was changed
     */
    public ActionOutcome undo(Undo undo) {
        OutboxEntry undone = undo.undone();
        Delivery delivery = outbox.replace(undone, undone.with(undo.back(), null))
                .orElseGet(() -> outbox.deliver(undone.picture(), undo.back(), null));
        return acted(delivery, null);
    }

    /** Decides to leave the newsroom as it is now; a saved file stays where it is. */
    public void keepFile(OutboxEntry entry) {
        outbox.discard(entry);
        work.drop(WorkKey.of(entry.picture()));
    }

    /**
     * Decides to hand on the saved file in place of what somebody else did.
     *
     * @param seen the picture as the editor was shown it
     * @throws InputException when the entry saved no file, or the story has another picture by now
     * @throws UnavailableException when the disk fails: nothing was changed
     */
    public SaveOutcome overwriteMark(OutboxEntry entry, NewsImage seen) {
        SavedFile file = entry.file();
        CleanedPicture cleaned = entry.change().handedOn();
        if (file == null || cleaned == null) {
            throw new InputException("There is no cleaned picture to hand on: only a saved one replaces another.");
        }
        if (!seen.ref().equals(entry.picture())) {
            throw new InputException("The story has another picture now: open that one and clean it.");
        }
        Change change = new Change.Overwrite(seen.mark().cleanImage(), cleaned);
        // Where another program decided already, the entry is gone, and this decision comes after.
        Delivery delivery = outbox.replace(entry, entry.with(change, file))
                .orElseGet(() -> outbox.deliver(entry.picture(), change, file));
        return saved(delivery, file);
    }

    /**
     * Decides to leave the newsroom as it is now, and to throw away the saved file: it is removed if saving made it, and
     * neither the newsroom nor another change names it. While the database is away that is not known, and the file stays.
     */
    public void drop(OutboxEntry entry) {
        SavedFile file = entry.file();
        if (file != null) {
            try {
                if (!named(entry, file)) {
                    files.remove(file);
                }
            } catch (UnavailableException e) {
                LOG.info("{} is kept: {}", file.path(), e.getMessage());
            }
        }
        outbox.discard(entry);
        work.drop(WorkKey.of(entry.picture()));
    }

    private boolean named(OutboxEntry entry, SavedFile file) {
        Optional<NewsImage> now =
                pictures.find(entry.picture().customer(), entry.picture().id());
        if (now.isPresent() && file.reference().equals(now.get().mark().cleanImage())) {
            return true;
        }
        return outbox.naming(file).stream().anyMatch(other -> other.number() != entry.number());
    }

    private SaveOutcome saved(Delivery delivery, SavedFile file) {
        OutboxEntry entry = delivery.entry();
        Undo undo = new Undo(entry, new Change.Reopen(file.reference()), null);
        SaveOutcome outcome = switch (delivery) {
            case Delivery.Waits waits -> new SaveOutcome.Queued(file, waits.reason(), undo);
            case Delivery.Answered answered ->
                switch (answered.outcome()) {
                    case MarkOutcome.Done done -> new SaveOutcome.Marked(file, undo);
                    case MarkOutcome.NotAsRead other -> new SaveOutcome.Conflict(file, other.now(), entry);
                    case MarkOutcome.ImageChanged other -> new SaveOutcome.ImageChanged(file, other.now(), entry);
                    case MarkOutcome.Gone gone -> new SaveOutcome.Gone(file, entry);
                };
        };
        if (entry.obstacle() == null) {
            work.drop(WorkKey.of(entry.picture()));
        }
        return outcome;
    }

    private ActionOutcome act(PictureRef picture, Change change, @Nullable Back back) {
        return acted(outbox.deliver(picture, change, null), back);
    }

    private ActionOutcome acted(Delivery delivery, @Nullable Back back) {
        OutboxEntry entry = delivery.entry();
        Undo undo = back == null ? null : new Undo(entry, back.change(), back.notice());
        return switch (delivery) {
            case Delivery.Waits waits -> new ActionOutcome.Queued(waits.reason(), undo);
            case Delivery.Answered answered -> {
                if (entry.obstacle() != null) {
                    // The editor is told at once and there is no file to decide about.
                    outbox.discard(entry);
                }
                yield switch (answered.outcome()) {
                    case MarkOutcome.Done done -> new ActionOutcome.Done(undo);
                    case MarkOutcome.NotAsRead other -> new ActionOutcome.NotAsRead(other.now());
                    case MarkOutcome.ImageChanged other -> new ActionOutcome.ImageChanged(other.now());
                    case MarkOutcome.Gone gone -> new ActionOutcome.Gone();
                };
            }
        };
    }

    /** What takes a change back, and what it cannot restore. */
    private record Back(Change change, @Nullable String notice) {
        /** Brings back the mark of a picture that was reopened; null when there is no way to. */
        static @Nullable Back to(NewsImage before, String editor) {
            Mark mark = before.mark();
            String by = mark.by();
            String path = mark.cleanImage();
            String sha256 = mark.sha256();
            boolean asIs = path != null && path.equals(before.ref().image());
            return switch (before.state()) {
                case SKIPPED ->
                    by == null
                            ? new Back(
                                    new Change.Skip(editor), "It was not known who skipped the picture: now it is you.")
                            : new Back(new Change.Skip(by), null);
                case AUTO_MARKED ->
                    asIs
                            ? new Back(
                                    new Change.AsIs(editor),
                                    "The picture is handed on as it is again, but counts as marked by you.")
                            : null;
                case CLEANED -> {
                    if (path != null && by != null && sha256 != null) {
                        yield new Back(new Change.Clean(new CleanedPicture(path, by, sha256, mark.model())), null);
                    }
                    if (!asIs) {
                        yield null;
                    }
                    yield by == null
                            ? new Back(
                                    new Change.AsIs(editor), "It was not known who marked the picture: now it is you.")
                            : new Back(new Change.AsIs(by), null);
                }
                case PENDING, WITHDRAWN, INCOMPLETE -> null;
            };
        }
    }
}
