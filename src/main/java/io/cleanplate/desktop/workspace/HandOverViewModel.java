package io.cleanplate.desktop.workspace;

import io.cleanplate.cleaning.ActionOutcome;
import io.cleanplate.cleaning.OpenedPicture;
import io.cleanplate.cleaning.SaveOutcome;
import io.cleanplate.cleaning.Undo;
import io.cleanplate.cleaning.WorkKey;
import io.cleanplate.cleaning.WorkState;
import io.cleanplate.cleaning.edit.EditResult;
import io.cleanplate.cleaning.edit.EditWork;
import io.cleanplate.desktop.common.Notice;
import io.cleanplate.desktop.common.Notifier;
import io.cleanplate.desktop.editor.EditorViewModel;
import io.cleanplate.desktop.queue.QueueViewModel;
import io.cleanplate.desktop.queue.RowWork;
import io.cleanplate.newsroom.NewsImage;
import io.cleanplate.newsroom.PictureRef;
import io.cleanplate.task.BackgroundTask;
import io.cleanplate.task.TaskRunner;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.jspecify.annotations.Nullable;

/**
 * What an editor decides about a story's picture: save and mark done, hand on as it is, skip, reopen. Each goes to the
 * newsroom in the background while the next picture is shown, and can be taken back for some seconds. Belongs to the owner
 * of its task runner, the JavaFX thread.
 */
public final class HandOverViewModel {
    private static final Duration UNDO_OFFERED = Duration.ofSeconds(8);

    private final TaskRunner tasks;
    private final Notifier notifier;
    private final Desk desk;
    private final QueueViewModel queue;
    private final EditorViewModel editor;
    private final WorkspaceViewModel workspace;
    private final Decisions decisions;
    private final ReadOnlyIntegerWrapper underWay = new ReadOnlyIntegerWrapper();
    private final Set<PictureRef> deciding = new HashSet<>();
    private final BooleanBinding pending;
    private final BooleanBinding handedOn;
    private final BooleanBinding saveable;
    private final BooleanBinding loose;
    private BiFunction<NewsImage, EditResult, Runnable> saving = (image, result) -> () -> {};

    /** Decides about what is open in the workspace. */
    public HandOverViewModel(
            TaskRunner tasks,
            Notifier notifier,
            Desk desk,
            QueueViewModel queue,
            EditorViewModel editor,
            WorkspaceViewModel workspace) {
        this.tasks = tasks;
        this.notifier = notifier;
        this.desk = desk;
        this.queue = queue;
        this.editor = editor;
        this.workspace = workspace;
        workspace.skipBy(this::skip);
        this.decisions = new Decisions(tasks, notifier, desk, queue);
        this.pending = Bindings.createBooleanBinding(
                () -> is(workspace.wantedProperty().get(), true), workspace.wantedProperty());
        this.handedOn = Bindings.createBooleanBinding(
                () -> is(workspace.wantedProperty().get(), false), workspace.wantedProperty());
        this.saveable = idleWith(() -> WorkspaceViewModel.pending(workspace.story()));
        this.loose = idleWith(() -> workspace.currentProperty().get() != null && workspace.story() == null);
    }

    private BooleanBinding idleWith(BooleanSupplier open) {
        return Bindings.createBooleanBinding(
                () -> open.getAsBoolean() && !editor.removal().busyProperty().get(),
                workspace.currentProperty(),
                editor.removal().busyProperty());
    }

    private static boolean is(@Nullable NewsImage image, boolean waiting) {
        if (image == null) {
            return false;
        }
        return switch (image.state()) {
            case PENDING -> waiting;
            case CLEANED, AUTO_MARKED, SKIPPED -> !waiting;
            case WITHDRAWN, INCOMPLETE -> false;
        };
    }

    /** Whether the story that an editor is at waits for one: it can be skipped, or handed on as it is. */
    public BooleanBinding pendingBinding() {
        return pending;
    }

    /** Whether the story that an editor is at can be taken back. */
    public BooleanBinding handedOnBinding() {
        return handedOn;
    }

    /** Whether a story's picture is open and nothing runs on it, so that it can be saved. */
    public BooleanBinding saveableBinding() {
        return saveable;
    }

    /** Whether a loose file is open and nothing runs on it, so that it can be saved by name. */
    public BooleanBinding looseBinding() {
        return loose;
    }

    /** How many decisions are on their way; the window stays open for them. */
    public ReadOnlyIntegerProperty underWayProperty() {
        return underWay.getReadOnlyProperty();
    }

    /**
     * Asks from now on, when a result is on its way to be saved, what is to be done once it is: when the newsroom has it, or
     * will have it. For what learns from what editors accept.
     */
    public void onSave(BiFunction<NewsImage, EditResult, Runnable> listener) {
        saving = listener;
    }

    /** Saves what was made of the open picture, marks the story done, and shows the next. */
    public void saveAndMark() {
        OpenedPicture open = workspace.currentProperty().get();
        NewsImage image = workspace.story();
        if (open == null || image == null || !saveable.get() || deciding.contains(image.ref())) {
            return;
        }
        Optional<EditResult> result = editor.result();
        Optional<EditWork> work = editor.work();
        if (result.isEmpty() || work.isEmpty()) {
            notifier.show(
                    Notice.info("Nothing was removed from this picture yet: paint over the mark and press Enter. Is it"
                                    + " clean as it is?")
                            .with("Mark clean as is", () -> markCleanAsIs(image)));
            return;
        }
        WorkKey key = WorkKey.of(image.ref());
        String editorName = desk.editor().get();
        workspace.keeper().note(key, work.get());
        workspace.settle();
        Runnable then = saving.apply(image, result.get());
        boolean last = leave(image);
        start(
                image,
                "Saving " + WorkspaceViewModel.title(image),
                () -> {
                    // Kept before anything else: whatever fails from here on, the work is not lost.
                    WorkState state = KeptWork.of(work.get());
                    workspace.keeper().write(key, state);
                    SaveOutcome outcome = desk.pictures()
                            .saveAndMark(
                                    image,
                                    open.picture().withPixels(result.get().stored()),
                                    result.get().model(),
                                    editorName);
                    return new Saved(outcome, state, now(image));
                },
                saved -> {
                    if (saved.outcome() instanceof SaveOutcome.Marked
                            || saved.outcome() instanceof SaveOutcome.Queued) {
                        then.run();
                    }
                    saved(image, saved);
                    goOn(image, last);
                });
    }

    private record Saved(SaveOutcome outcome, WorkState work, Optional<NewsImage> now) {}

    private void saved(NewsImage image, Saved saved) {
        String title = WorkspaceViewModel.title(image);
        switch (saved.outcome()) {
            case SaveOutcome.Marked marked -> {
                settle(image, saved.now());
                offer(Notice.success("Saved: " + title), image, marked.undo(), saved.work());
            }
            case SaveOutcome.Queued queued -> {
                queue.setWork(image.ref().id(), RowWork.of(RowWork.Kind.QUEUED));
                offer(
                        Notice.warning(title + " is saved on this machine and will be marked done when the database is"
                                + " back. " + queued.reason()),
                        image,
                        queued.undo(),
                        saved.work());
            }
            case SaveOutcome.Conflict conflict -> decisions.ask(conflict.entry());
            case SaveOutcome.ImageChanged changed -> decisions.ask(changed.entry());
            case SaveOutcome.Gone gone -> decisions.ask(gone.entry());
        }
    }

    /** Hands the story's picture that an editor is at on as it is, and shows the next. */
    public void markCleanAsIs() {
        markCleanAsIs(workspace.wantedProperty().get());
    }

    private void markCleanAsIs(@Nullable NewsImage at) {
        act(
                at,
                "Marked clean as it is",
                true,
                image -> desk.pictures().markCleanAsIs(image, desk.editor().get()));
    }

    /** Passes over the story's picture that an editor is at, and shows the next. */
    public void skip() {
        act(
                workspace.wantedProperty().get(),
                "Skipped",
                true,
                image -> desk.pictures().skip(image, desk.editor().get()));
    }

    /** Takes the story's picture that an editor is at back. */
    public void reopen() {
        act(
                workspace.wantedProperty().get(),
                "Reopened",
                false,
                image -> desk.pictures().reopen(image, desk.editor().get()));
    }

    private void act(@Nullable NewsImage image, String what, boolean done, Function<NewsImage, ActionOutcome> action) {
        if (image == null || !is(image, done) || deciding.contains(image.ref())) {
            return;
        }
        workspace.keepWork();
        boolean last = done && leave(image);
        String title = WorkspaceViewModel.title(image);
        start(image, what + ": " + title, () -> new Acted(action.apply(image), now(image)), acted -> {
            acted(what + ": " + title, image, acted, null);
            goOn(image, last);
        });
    }

    private record Acted(ActionOutcome outcome, Optional<NewsImage> now) {}

    private void acted(String done, NewsImage image, Acted acted, @Nullable WorkState work) {
        switch (acted.outcome()) {
            case ActionOutcome.Done ok -> {
                settle(image, acted.now());
                offer(Notice.success(done), image, ok.undo(), work);
            }
            case ActionOutcome.Queued waits -> {
                queue.setWork(image.ref().id(), RowWork.of(RowWork.Kind.QUEUED));
                offer(
                        Notice.warning(
                                done + ". The newsroom hears of it when the database is back. " + waits.reason()),
                        image,
                        waits.undo(),
                        work);
            }
            case ActionOutcome.NotAsRead other -> {
                settle(image, Optional.of(other.now()));
                notifier.show(Notice.warning("Nothing was changed: " + Decisions.whoWasFaster(other.now()) + "."));
            }
            case ActionOutcome.ImageChanged other -> {
                settle(image, Optional.of(other.now()));
                notifier.show(Notice.warning("Nothing was changed: \"" + WorkspaceViewModel.title(image)
                        + "\" has another picture now. Look at that one first."));
            }
            case ActionOutcome.Gone gone -> {
                queue.reload();
                notifier.show(Notice.warning("Nothing was changed: the story \"" + WorkspaceViewModel.title(image)
                        + "\" is not there any more."));
            }
        }
    }

    private void offer(Notice done, NewsImage image, @Nullable Undo undo, @Nullable WorkState work) {
        Notice notice = done.lasting(UNDO_OFFERED);
        notifier.show(undo == null ? notice : notice.with("Undo", () -> undo(image, undo, work)));
    }

    private void undo(NewsImage image, Undo undo, @Nullable WorkState work) {
        start(
                image,
                "Undoing: " + WorkspaceViewModel.title(image),
                () -> new Acted(desk.pictures().undo(undo), now(image)),
                acted -> {
                    boolean undone = acted.outcome() instanceof ActionOutcome.Done
                            || acted.outcome() instanceof ActionOutcome.Queued;
                    if (undone) {
                        settle(image, acted.now());
                        if (undo.notice() != null) {
                            notifier.show(Notice.info(undo.notice()));
                        }
                        workspace.bringBack(image, work);
                    } else {
                        acted("Undone", image, acted, null);
                    }
                });
    }

    /** Asks again about what could not be handed on as it was meant, such as after the database was away. */
    public void askUndecided() {
        decisions.askAll();
    }

    /** Shows the next picture; tells whether there is none, so that this one stays for now. */
    private boolean leave(NewsImage image) {
        queue.setWork(image.ref().id(), RowWork.of(RowWork.Kind.SAVING));
        if (!isAt(image)) {
            return false;
        }
        queue.selectNext();
        return isAt(image);
    }

    /** The last picture makes room for those passed over before it, or shows what became of it. */
    private void goOn(NewsImage image, boolean last) {
        if (!isAt(image)) {
            return;
        }
        if (last) {
            queue.selectNext();
        }
        if (isAt(image) && (!last || queue.rowOf(image.ref().id()) >= 0)) {
            queue.select(image.ref());
        }
    }

    private boolean isAt(NewsImage image) {
        NewsImage at = workspace.wantedProperty().get();
        return at != null && at.ref().equals(image.ref());
    }

    private void settle(NewsImage image, Optional<NewsImage> now) {
        queue.setWork(image.ref().id(), RowWork.NONE);
        now.ifPresent(queue::pictureChanged);
    }

    private Optional<NewsImage> now(NewsImage image) {
        return Decisions.now(desk, image.ref());
    }

    private <T> void start(NewsImage image, String title, Supplier<T> work, Consumer<T> done) {
        begin(image);
        tasks.start(BackgroundTask.of(title, monitor -> work.get())
                .whenDone(result -> {
                    end(image);
                    done.accept(result);
                })
                .whenFailed(failure -> {
                    end(image);
                    Notice notice = Notice.failure(failure);
                    queue.setWork(image.ref().id(), RowWork.failed(notice.text()));
                    notifier.show(notice.with("Open it again", () -> {
                        queue.setWork(image.ref().id(), RowWork.NONE);
                        queue.select(image.ref());
                    }));
                })
                .whenCancelled(() -> {
                    end(image);
                    queue.setWork(image.ref().id(), RowWork.NONE);
                }));
    }

    private void begin(NewsImage image) {
        deciding.add(image.ref());
        underWay.set(underWay.get() + 1);
    }

    private void end(NewsImage image) {
        deciding.remove(image.ref());
        underWay.set(underWay.get() - 1);
    }
}
