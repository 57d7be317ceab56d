package io.cleanplate.desktop.settings;

import io.cleanplate.config.Preferences;
import io.cleanplate.config.PreferencesFile;
import io.cleanplate.desktop.common.Notice;
import io.cleanplate.desktop.common.Notifier;
import io.cleanplate.task.BackgroundTask;
import io.cleanplate.task.TaskRunner;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The preferences while the program runs: changed at once, saved in the background once they have been left alone for a
 * moment. Belongs to the JavaFX thread.
 */
public final class PreferencesStore {
    private final PreferencesFile file;
    private final TaskRunner tasks;
    private final Notifier notifier;
    private final QuietTime quiet;
    private final ReadOnlyObjectWrapper<Preferences> value;
    private final Object writing = new Object();
    private volatile Preferences latest;
    private Preferences saved;
    private boolean saving;
    private boolean failureTold;

    /** Begins with what was read. */
    public PreferencesStore(PreferencesFile file, Preferences initial, Outside outside) {
        this.file = file;
        this.tasks = outside.tasks();
        this.notifier = outside.notifier();
        this.quiet = outside.quiet();
        this.value = new ReadOnlyObjectWrapper<>(initial);
        this.latest = initial;
        this.saved = initial;
    }

    /**
     * What a store works with.
     *
     * @param tasks saves in the background
     * @param notifier told once when saving fails
     * @param quiet when a change is saved
     */
    public record Outside(TaskRunner tasks, Notifier notifier, QuietTime quiet) {}

    /** Runs what it was given last, after nothing new was given for a moment. */
    @FunctionalInterface
    public interface QuietTime {
        /** Runs this after a moment, in place of what waits. */
        void then(Runnable action);
    }

    /** What holds now. */
    public Preferences value() {
        return value.get();
    }

    /** What holds now, to be watched. */
    public ReadOnlyObjectProperty<Preferences> valueProperty() {
        return value.getReadOnlyProperty();
    }

    /** Changes the preferences; they are saved soon. */
    public void update(UnaryOperator<Preferences> change) {
        Preferences changed = change.apply(value.get());
        if (!changed.equals(value.get())) {
            latest = changed;
            value.set(changed);
            quiet.then(this::save);
        }
    }

    /**
     * Saves on this thread what is not saved yet; for the end of the program.
     *
     * @throws io.cleanplate.error.UnavailableException when the disk does not take it
     */
    public void saveNow() {
        if (!saved.equals(value.get())) {
            saved = writeLatest();
        }
    }

    private void save() {
        if (saving || saved.equals(value.get())) {
            return;
        }
        saving = true;
        tasks.start(BackgroundTask.of("Saving your preferences", monitor -> writeLatest())
                .quietly()
                .whenDone(this::saved)
                .whenCancelled(() -> saving = false)
                .whenFailed(this::failed));
    }

    /** Whoever writes last writes the latest, on whichever thread. */
    private Preferences writeLatest() {
        synchronized (writing) {
            Preferences now = latest;
            file.write(now);
            return now;
        }
    }

    private void saved(Preferences written) {
        saving = false;
        failureTold = false;
        saved = written;
        save();
    }

    private void failed(RuntimeException failure) {
        saving = false;
        if (!failureTold) {
            failureTold = true;
            notifier.show(Notice.failure(failure).with("Try again", this::save));
        }
    }
}
