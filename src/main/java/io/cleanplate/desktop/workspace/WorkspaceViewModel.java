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
import io.cleanplate.error.CleanplateException;
import io.cleanplate.newsroom.NewsImage;
import io.cleanplate.newsroom.PictureState;
import io.cleanplate.task.BackgroundTask;
import io.cleanplate.task.RunningTask;
import io.cleanplate.task.TaskMonitor;
import io.cleanplate.task.TaskRunner;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The picture that is being worked on. What is selected in the queue is opened, what was begun on it before is taken up
 * again, and what is begun on it is kept. Belongs to the owner of its task runner, the JavaFX thread.
 */
public final class WorkspaceViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(WorkspaceViewModel.class);
    private static final int AHEAD = 3;
    private static final String CHOOSE = "Choose a picture from the queue, or drop one here.";

    private final TaskRunner tasks;
    private final Notifier notifier;
    private final Desk desk;
    private final QueueViewModel queue;
    private final EditorViewModel editor;
    private final WorkKeeper keeper;
    private final ReadOnlyObjectWrapper<@Nullable OpenedPicture> current = new ReadOnlyObjectWrapper<>();
    private Optional<WorkKey> key = Optional.empty();
    private @Nullable NewsImage wanted;
    private @Nullable RunningTask opening;

    /** Opens nothing until something is selected. */
    public WorkspaceViewModel(
            TaskRunner tasks, Notifier notifier, Desk desk, QueueViewModel queue, EditorViewModel editor) {
        this.tasks = tasks;
        this.notifier = notifier;
        this.desk = desk;
        this.queue = queue;
        this.editor = editor;
        this.keeper = new WorkKeeper(desk.work());
        queue.selectedProperty().addListener((value, was, now) -> selected(now));
        selected(queue.selectedProperty().get());
    }

    /** The picture that is open; null while none is. */
    public ReadOnlyObjectProperty<@Nullable OpenedPicture> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /** The story whose picture is open, as it was read last; null for a loose file. */
    public @Nullable NewsImage story() {
        OpenedPicture open = current.get();
        return open == null ? null : open.image();
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
        NewsImage before = wanted;
        if (image == null) {
            if (before != null || current.get() == null) {
                leave();
                editor.showEmpty(CHOOSE);
            }
            return;
        }
        if (before != null && before.ref().equals(image.ref())) {
            // The same picture in another state: what is painted stays.
            wanted = image;
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
        wanted = image;
        String title = title(image);
        editor.showLoading(title);
        opening = tasks.start(BackgroundTask.of(
                        "Opening " + title, monitor -> prepare(desk.loader().open(image, monitor)))
                .quietly()
                .whenDone(this::show)
                .whenFailed(failure -> failed(image, failure)));
    }

    /** Opens a picture that is no story's, in place of what is shown. */
    public void open(String name, Function<TaskMonitor, OpenedPicture> load, Runnable retry) {
        leave();
        editor.showLoading(name);
        opening = tasks.start(BackgroundTask.of("Opening " + name, monitor -> prepare(load.apply(monitor)))
                .quietly()
                .whenDone(this::show)
                .whenFailed(failure -> editor.showFailure(
                        Notice.failure(failure).text(), List.of(new Notice.Choice("Try again", retry)))));
    }

    private Opening prepare(OpenedPicture opened) {
        EditedPicture edited = EditedPicture.open(
                opened.picture().pixels(),
                opened.picture().metadata().orientation(),
                EditedPicture.DEFAULT_HISTORY_BYTES);
        Optional<WorkKey> workKey = opened.workKey();
        EditWork kept = workKey.flatMap(keeper::find)
                .filter(state -> KeptWork.fits(state, edited.original()))
                .map(state -> KeptWork.over(state, edited.original()))
                .orElse(null);
        return new Opening(opened, workKey, edited, kept);
    }

    private void show(Opening ready) {
        opening = null;
        key = ready.key();
        current.set(ready.opened());
        editor.open(ready.edited(), ready.opened().name());
        if (ready.kept() != null) {
            ready.edited().restore(ready.kept());
            notifier.show(Notice.info("Your work on this picture is back where you left it."));
        }
        desk.loader().prefetch(queue.upcoming(AHEAD));
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
                        new Notice.Choice("Next picture", queue::selectNext)));
        desk.loader().prefetch(queue.upcoming(AHEAD));
    }

    /** Keeps what was begun and shows nothing. */
    private void leave() {
        keepWork();
        if (opening != null) {
            opening.cancel();
            opening = null;
        }
        wanted = null;
        key = Optional.empty();
        current.set(null);
    }

    /** Keeps on the disk what was begun on the picture that is open; returns at once. To be called now and then. */
    public void keepWork() {
        key.ifPresent(of -> editor.work().ifPresent(work -> {
            keeper.note(of, work);
            tasks.start(BackgroundTask.of("Keeping your work", monitor -> {
                        keeper.write(of);
                        return of;
                    })
                    .quietly());
        }));
    }

    /** The same for the end of the program: returns when it is on the disk. What cannot be kept is logged. */
    public void keepNow() {
        key.ifPresent(of -> editor.work().ifPresent(work -> {
            keeper.note(of, work);
            try {
                keeper.write(of);
            } catch (CleanplateException e) {
                LOG.warn("The work on the open picture could not be kept", e);
            }
        }));
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
