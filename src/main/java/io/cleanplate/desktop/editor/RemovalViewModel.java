package io.cleanplate.desktop.editor;

import io.cleanplate.cleaning.edit.EditedPicture;
import io.cleanplate.cleaning.edit.Removal;
import io.cleanplate.cleaning.edit.Removed;
import io.cleanplate.cleaning.edit.Remover;
import io.cleanplate.desktop.common.Notice;
import io.cleanplate.desktop.common.Notifier;
import io.cleanplate.inpaint.InpaintResult;
import io.cleanplate.inpaint.model.ModelCatalog;
import io.cleanplate.mask.Mask;
import io.cleanplate.task.BackgroundTask;
import io.cleanplate.task.RunningTask;
import io.cleanplate.task.TaskMonitor;
import io.cleanplate.task.TaskRunner;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** Removes what the mask covers, one removal at a time, while painting goes on. Belongs to the JavaFX thread. */
public final class RemovalViewModel {
    private static final List<String> MODELS = List.of(ModelCatalog.SEE_THROUGH, ModelCatalog.LAMA);

    private final TaskRunner tasks;
    private final Notifier notifier;
    private final Remover remover;
    private final OpenPicture open;
    private final Consumer<Mask> used;
    private final StringProperty model;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(-1);
    private @Nullable Run current;

    /** @param used told each mask that something was removed with */
    RemovalViewModel(Background background, Remover remover, OpenPicture open, String model, Consumer<Mask> used) {
        this.tasks = background.tasks();
        this.notifier = background.notifier();
        this.remover = remover;
        this.open = open;
        this.model = new SimpleStringProperty(model);
        this.used = used;
    }

    /** The names of the models to choose from. */
    public List<String> models() {
        return MODELS;
    }

    /** The name of the model that is used. */
    public StringProperty modelProperty() {
        return model;
    }

    /** Whether a removal runs. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** How much of the removal is done, 0 to 1; negative while unknown. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** Removes what the mask covers; tells people when there is no mask, and does nothing while a removal runs. */
    public void remove() {
        open.get().filter(picture -> !busy.get()).ifPresent(picture -> removeMasked(picture, model.get()));
    }

    /** The same with the other model; without a mask, it does again what the result that is shown came from. */
    public void removeWithOtherModel() {
        open.get().filter(picture -> !busy.get()).ifPresent(this::removeOtherwise);
    }

    /** Removes as it was asked for, such as from the original; does nothing while a removal runs. */
    public void remove(Removal removal) {
        open.get().filter(picture -> !busy.get()).ifPresent(picture -> start(picture, removal));
    }

    private void removeOtherwise(EditedPicture picture) {
        String last = picture.model().filter(made -> picture.mask().isEmpty()).orElse(model.get());
        String other = MODELS.get(last.equals(MODELS.getFirst()) ? 1 : 0);
        Optional<Removal> again = picture.mask().isEmpty() ? picture.removalAgain(other) : Optional.empty();
        again.ifPresentOrElse(removal -> start(picture, removal), () -> removeMasked(picture, other));
    }

    private void removeMasked(EditedPicture picture, String with) {
        if (picture.mask().isEmpty()) {
            notifier.show(Notice.info("Nothing is painted yet. Paint over the watermark first, then remove it."));
            return;
        }
        used.accept(picture.mask());
        start(picture, picture.removal(with));
    }

    private void start(EditedPicture picture, Removal removal) {
        Run run = new Run(picture, removal);
        current = run;
        progress.set(-1);
        busy.set(true);
        RunningTask task = tasks.start(BackgroundTask.of("Removing the watermark", run::work)
                .whenDone(run::done)
                .whenFailed(run::failed)
                .whenCancelled(() -> run.end(() -> {})));
        run.task = task;
    }

    /** Stops the removal; the picture and its mask stay as they are. */
    public void cancel() {
        if (current != null && current.task != null) {
            current.task.cancel();
        }
    }

    /** Another picture comes: what runs for the one before is stopped, and people are told. */
    void abandon() {
        if (current != null) {
            cancel();
            current.end(() -> notifier.show(
                    Notice.info("The removal was stopped, because another picture was opened before it was done.")));
        }
    }

    /** What came of a removal, and what to tell people. */
    private record Outcome(Removed removed, List<String> notices) {}

    /** One removal and what becomes of it; its work runs on another thread. */
    private final class Run {
        private final EditedPicture picture;
        private final Removal removal;
        private @Nullable RunningTask task;

        Run(EditedPicture picture, Removal removal) {
            this.picture = picture;
            this.removal = removal;
        }

        Outcome work(TaskMonitor monitor) {
            InpaintResult result = remover.remove(removal.pixels(), removal.mask(), removal.model(), new TaskMonitor() {
                @Override
                public void progress(long done, long total) {
                    monitor.progress(done, total);
                    tasks.later(() -> tell(total > 0 ? (double) done / total : -1));
                }

                @Override
                public boolean cancelled() {
                    return monitor.cancelled();
                }
            });
            return new Outcome(removal.done(result.pixels()), result.notices());
        }

        private void tell(double share) {
            if (equals(current)) {
                progress.set(share);
            }
        }

        void done(Outcome outcome) {
            end(() -> picture.afterStroke(() -> show(outcome)));
        }

        private void show(Outcome outcome) {
            if (picture.removed(outcome.removed())) {
                outcome.notices().forEach(text -> notifier.show(Notice.info(text)));
            } else {
                notifier.show(Notice.info(
                        "The result was not used, because the picture was changed by undo or redo meanwhile."));
            }
        }

        void failed(RuntimeException failure) {
            end(() -> notifier.show(Notice.failure(failure)));
        }

        /** Does something about the end, unless it was told before. */
        void end(Runnable then) {
            if (equals(current)) {
                current = null;
                busy.set(false);
                progress.set(-1);
                then.run();
            }
        }
    }
}
