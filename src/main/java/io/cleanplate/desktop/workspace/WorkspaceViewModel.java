package io.cleanplate.desktop.workspace;

import io.cleanplate.cleaning.OpenedPicture;
import io.cleanplate.cleaning.WorkKey;
import io.cleanplate.cleaning.WorkState;
import io.cleanplate.cleaning.edit.EditWork;
import io.cleanplate.cleaning.edit.EditedPicture;
import io.cleanplate.desktop.common.Notice;
import io.cleanplate.desktop.common.Notifier;
import io.cleanplate.desktop.editor.EditorViewModel;
import io.cleanplate.desktop.queue.QueueViewModel;
import io.cleanplate.desktop.queue.RowWork;
import io.cleanplate.newsroom.NewsImage;
import io.cleanplate.newsroom.PictureState;
import io.cleanplate.task.BackgroundTask;
import io.cleanplate.task.RunningTask;
import io.cleanplate.task.TaskMonitor;
import io.cleanplate.task.TaskRunner;
import io.cleanplate.watermark.Placement;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The picture that is being worked on. What is selected in the queue is opened, with what known marks propose for it; what
 * was begun on it before is taken up again, and what is begun on it is kept. Belongs to the owner of its task runner, the JavaFX thread.
 */
public final class WorkspaceViewModel {
    private static final int AHEAD = 5;
    private static final String CHOOSE = "Choose a picture from the queue, or drop one here.";

    private final TaskRunner tasks;
    private final Notifier notifier;
    private final Desk desk;
    private final QueueViewModel queue;
    private final EditorViewModel editor;
    private final WorkKeeper keeper;
    private final Proposing proposing;
    private final ReadOnlyObjectWrapper<@Nullable OpenedPicture> current = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable NewsImage> wanted = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Proposed> proposed = new ReadOnlyObjectWrapper<>();
    private Optional<WorkKey> key = Optional.empty();
    private @Nullable EditWork settled;
    private @Nullable RunningTask opening;
    private @Nullable RunningTask lookingAgain;
    private boolean laying;
    private boolean newlyKnown;
    private Runnable skip = () -> {};
    private boolean diskTrouble;

    /** Opens nothing until something is selected. */
    public WorkspaceViewModel(
            TaskRunner tasks, Notifier notifier, Desk desk, QueueViewModel queue, EditorViewModel editor) {
        this.tasks = tasks;
        this.notifier = notifier;
        this.desk = desk;
        this.queue = queue;
        this.editor = editor;
        this.keeper = new WorkKeeper(desk.work());
        this.proposing = new Proposing(desk.proposals());
        queue.selectedProperty().addListener((value, was, now) -> selected(now));
        selected(queue.selectedProperty().get());
    }

    /** The picture that is open; null while none is. */
    public ReadOnlyObjectProperty<@Nullable OpenedPicture> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /** The story that an editor is at, whether its picture is open, on its way or failed to open; null for a loose file. */
    public ReadOnlyObjectProperty<@Nullable NewsImage> wantedProperty() {
        return wanted.getReadOnlyProperty();
    }

    /** The story whose picture is open, as it was read last; null for a loose file. */
    public @Nullable NewsImage story() {
        OpenedPicture open = current.get();
        return open == null ? null : open.image();
    }

    /** What is proposed for the picture that is open, as it was found; null while nothing is. */
    public ReadOnlyObjectProperty<@Nullable Proposed> proposedProperty() {
        return proposed.getReadOnlyProperty();
    }

    /** The editor moved or strengthened the mark that was found in the open picture. */
    public void adjusted(Placement placement) {
        NewsImage image = story();
        if (image != null) {
            proposing.adjusted(image.ref(), placement);
        }
    }

    /** What skips the selected story, offered where its picture cannot be opened. */
    void skipBy(Runnable skipping) {
        skip = skipping;
    }

    /** Where work on the picture that is open is kept. */
    Optional<WorkKey> key() {
        return key;
    }

    /** Shows the queue's picture again after a loose file. */
    void backToQueue() {
        NewsImage image = queue.selectedProperty().get();
        if (image == null) {
            leave();
            editor.showEmpty(CHOOSE);
        } else {
            open(image);
        }
    }

    WorkKeeper keeper() {
        return keeper;
    }

    private void selected(@Nullable NewsImage image) {
        NewsImage before = wanted.get();
        if (image == null) {
            if (before != null || current.get() == null) {
                leave();
                editor.showEmpty(CHOOSE);
            }
            return;
        }
        if (before != null && before.ref().equals(image.ref())) {
            // The same picture in another state: what is painted stays.
            wanted.set(image);
            OpenedPicture open = current.get();
            if (open != null && open.image() != null) {
                current.set(new OpenedPicture(image, null, open.picture(), open.name()));
            }
            return;
        }
        open(image);
    }

    private void open(NewsImage image) {
        leave();
        wanted.set(image);
        String title = title(image);
        editor.showLoading(title);
        opening = tasks.start(BackgroundTask.of(
                        "Opening " + title, monitor -> prepare(desk.loader().open(image, monitor), monitor))
                .quietly()
                .whenDone(this::show)
                .whenFailed(failure -> failed(image, failure)));
    }

    /**
     * Opens a picture that is no story's, in place of what is shown.
     *
     * @param ifFailed what to offer when it cannot be opened
     */
    public void open(String name, Function<TaskMonitor, OpenedPicture> load, List<Notice.Choice> ifFailed) {
        leave();
        editor.showLoading(name);
        opening = tasks.start(BackgroundTask.of("Opening " + name, monitor -> prepare(load.apply(monitor), monitor))
                .quietly()
                .whenDone(this::show)
                .whenFailed(
                        failure -> editor.showFailure(Notice.failure(failure).text(), ifFailed)));
    }

    private Opening prepare(OpenedPicture opened, TaskMonitor monitor) {
        EditedPicture edited = EditedPicture.open(
                opened.picture().pixels(),
                opened.picture().metadata().orientation(),
                EditedPicture.DEFAULT_HISTORY_BYTES);
        Optional<WorkKey> workKey = opened.workKey();
        EditWork kept = workKey.flatMap(keeper::find)
                .filter(state -> KeptWork.fits(state, edited.original()))
                .map(state -> KeptWork.over(state, edited.original()))
                .orElse(null);
        Optional<Proposed> found = kept == null
                ? proposing.propose(opened.image(), edited.original(), monitor)
                : proposing.behind(kept, opened.image(), monitor);
        found.ifPresent(proposal -> proposal.layOn(edited));
        return new Opening(opened, workKey, edited, found.isPresent() ? null : kept, found.orElse(null));
    }

    private void show(Opening ready) {
        opening = null;
        key = ready.key();
        // What was laid on it beforehand is no work of the editor's.
        settled = ready.proposed() == null ? null : ready.edited().work();
        current.set(asNow(ready.opened()));
        editor.open(ready.edited(), ready.opened().name());
        if (ready.kept() != null) {
            ready.edited().restore(ready.kept());
            notifier.show(Notice.info("Your work on this picture is back where you left it."));
        }
        proposed.set(ready.proposed());
        if (newlyKnown) {
            lookAgain();
        } else {
            prefetch();
        }
    }

    private void prefetch() {
        List<NewsImage> next = queue.upcoming(AHEAD);
        desk.loader().prefetch(next);
        desk.proposals().prefetch(next);
    }

    /** Marks are known better than before: an open picture that nothing was found in, or done with, may show one now. */
    public void lookAgain() {
        NewsImage image = story();
        EditedPicture picture = editor.picture().get().orElse(null);
        prefetch();
        if (picture == null || !isUntouched(picture)) {
            // One that is being opened may have been looked at too early.
            newlyKnown = opening != null;
            return;
        }
        stopLooking();
        lookingAgain = tasks.start(BackgroundTask.of(
                        "Looking for a mark", monitor -> proposing.propose(image, picture.original(), monitor))
                .quietly()
                .whenDone(found -> {
                    lookingAgain = null;
                    found.filter(proposal -> isUntouched(picture)).ifPresent(proposal -> lay(proposal, picture));
                }));
    }

    private void stopLooking() {
        if (lookingAgain != null) {
            lookingAgain.cancel();
            lookingAgain = null;
        }
    }

    private boolean isUntouched(EditedPicture picture) {
        return proposed.get() == null && !picture.canUndo() && !picture.canRedo();
    }

    private void lay(Proposed found, EditedPicture picture) {
        laying = true;
        found.layOn(picture);
        laying = false;
        settle();
        proposed.set(found);
    }

    /** What became of the story while its picture was on its way counts. */
    private OpenedPicture asNow(OpenedPicture opened) {
        NewsImage now = wanted.get();
        if (now == null) {
            return opened;
        }
        int row = queue.rowOf(now.ref().id());
        if (row >= 0 && queue.rows().get(row).work().kind() == RowWork.Kind.FAILED) {
            queue.setWork(now.ref().id(), RowWork.NONE);
        }
        return new OpenedPicture(now, null, opened.picture(), opened.name());
    }

    private void failed(NewsImage image, RuntimeException failure) {
        opening = null;
        String text = Notice.failure(failure).text();
        queue.setWork(image.ref().id(), RowWork.failed(text));
        editor.showFailure(
                text,
                List.of(
                        new Notice.Choice("Try again", () -> {
                            queue.setWork(image.ref().id(), RowWork.NONE);
                            open(image);
                        }),
                        new Notice.Choice("Skip it", skip),
                        new Notice.Choice("Next picture", queue::selectNext)));
        prefetch();
    }

    /** Keeps what was begun and shows nothing. */
    private void leave() {
        keepWork();
        if (opening != null) {
            opening.cancel();
            opening = null;
        }
        stopLooking();
        newlyKnown = false;
        proposed.set(null);
        wanted.set(null);
        key = Optional.empty();
        settled = null;
        current.set(null);
    }

    /** Keeps on the disk what was begun on the picture that is open; returns at once. To be called now and then. */
    public void keepWork() {
        note().ifPresent(of -> tasks.start(BackgroundTask.of("Keeping your work", monitor -> {
                    keeper.write(of);
                    return of;
                })
                .quietly()
                .whenDone(kept -> diskTrouble = false)
                .whenFailed(this::notKept)));
    }

    /** Notes what was begun on the picture that is open, which costs nothing. To be called after every step. */
    public void noteWork() {
        note();
    }

    /**
     * For the end of the program: all that was noted is on the disk when this returns; what cannot be kept is logged. On any
     * thread.
     */
    public void keepNow() {
        keeper.writeAll();
    }

    /** What is made of the open picture so far is being saved elsewhere: only what changes from here on is kept. */
    void settle() {
        settled = editor.work().orElse(null);
    }

    private Optional<WorkKey> note() {
        EditWork work = editor.work().orElse(null);
        if (laying || work == null || work.equals(settled)) {
            return Optional.empty();
        }
        // From here on every state is noted, also one that is as it was: the one before it may be on the disk.
        settled = null;
        key.ifPresent(of -> keeper.note(of, work));
        return key;
    }

    /** Told once until it works again: it is tried after every stroke. */
    private void notKept(RuntimeException failure) {
        if (!diskTrouble) {
            diskTrouble = true;
            notifier.show(Notice.failure(failure));
        }
    }

    /** Shows a story again with the work that was handed on with it, after that was taken back. */
    void bringBack(NewsImage image, @Nullable WorkState state) {
        WorkKey of = WorkKey.of(image.ref());
        tasks.start(BackgroundTask.of("Bringing your work back", monitor -> {
                    if (state != null) {
                        keeper.write(of, state);
                    }
                    return of;
                })
                .quietly()
                .whenDone(done -> queue.select(image.ref())));
    }

    static String title(NewsImage image) {
        String title = image.story().title();
        return title.isBlank() ? image.ref().id().value() : title;
    }

    /** Whether a story waits for an editor. */
    static boolean pending(@Nullable NewsImage image) {
        return image != null && image.state() == PictureState.PENDING;
    }
}
