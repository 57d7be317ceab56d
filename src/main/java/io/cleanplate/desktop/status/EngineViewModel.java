package io.cleanplate.desktop.status;

import io.cleanplate.desktop.common.Notice;
import io.cleanplate.desktop.common.Notifier;
import io.cleanplate.desktop.settings.PreferencesStore;
import io.cleanplate.desktop.status.EngineControl.Model;
import io.cleanplate.desktop.status.EngineControl.Options;
import io.cleanplate.task.BackgroundTask;
import io.cleanplate.task.RunningTask;
import io.cleanplate.task.TaskMonitor;
import io.cleanplate.task.TaskRunner;
import java.util.Optional;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** Chooses model and device, and fetches what is missing. Belongs to the JavaFX thread. */
public final class EngineViewModel {
    private final EngineControl control;
    private final PreferencesStore preferences;
    private final TaskRunner tasks;
    private final Notifier notifier;
    private final ReadOnlyObjectWrapper<@Nullable Options> options = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper fetching = new ReadOnlyStringWrapper("");
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(-1);
    private @Nullable RunningTask fetch;

    /** Keeps what is chosen in the preferences. */
    public EngineViewModel(EngineControl control, PreferencesStore preferences, TaskRunner tasks, Notifier notifier) {
        this.control = control;
        this.preferences = preferences;
        this.tasks = tasks;
        this.notifier = notifier;
    }

    /** What there is to choose from; null until it was looked at. */
    public ReadOnlyObjectProperty<@Nullable Options> optionsProperty() {
        return options.getReadOnlyProperty();
    }

    /** The model that is being fetched; empty when none is. */
    public ReadOnlyStringProperty fetchingProperty() {
        return fetching.getReadOnlyProperty();
    }

    /** How much is fetched, from 0 to 1; negative while unknown. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** Looks at what there is. */
    public void refresh() {
        tasks.start(BackgroundTask.of("Looking at models and devices", monitor -> control.options())
                .quietly()
                .whenDone(options::set));
    }

    /** Chooses a model. */
    public void chooseModel(String name) {
        Options now = options.get();
        if (now != null && !now.model().equals(name)) {
            choose(name, now.device());
        }
    }

    /** Chooses a device. */
    public void chooseDevice(String name) {
        Options now = options.get();
        if (now != null && !now.device().equals(name)) {
            choose(now.model(), name);
        }
    }

    private void choose(String model, String device) {
        tasks.start(
                BackgroundTask.of("Changing to " + model + " on " + device, monitor -> control.choose(model, device))
                        .whenDone(restart -> chosen(model, device, restart))
                        .whenFailed(failure -> {
                            notifier.show(Notice.failure(failure));
                            refresh();
                        }));
    }

    private void chosen(String model, String device, Optional<String> restart) {
        preferences.update(all -> all.with(all.work().withEngine(model, device)));
        restart.ifPresent(sentence -> notifier.show(Notice.info(sentence)));
        refresh();
    }

    /** Fetches a model's file; to be called after the person agreed. Does nothing while one is fetched. */
    public void fetch(Model model) {
        if (!fetching.get().isEmpty()) {
            return;
        }
        fetching.set(model.name());
        progress.set(-1);
        fetch = tasks.start(BackgroundTask.of("Fetching the model " + model.name(), monitor -> {
                    control.fetch(model.name(), shown(monitor));
                    return model.name();
                })
                .whenDone(name -> {
                    fetched();
                    notifier.show(Notice.success("The model " + name + " is here.")
                            .with("Use " + name, () -> chooseModel(name)));
                })
                .whenCancelled(this::fetched)
                .whenFailed(failure -> {
                    fetched();
                    notifier.show(Notice.failure(failure).with("Try again", () -> fetch(model)));
                }));
    }

    /** Stops fetching; what came so far is kept for the next time. */
    public void cancelFetch() {
        if (fetch != null) {
            fetch.cancel();
        }
    }

    private void fetched() {
        fetching.set("");
        refresh();
    }

    /** Tells the progress here as well, once a percent. */
    private TaskMonitor shown(TaskMonitor monitor) {
        return new TaskMonitor() {
            private long percent = -1;

            @Override
            public void progress(long done, long total) {
                monitor.progress(done, total);
                long now = total > 0 ? 100 * done / total : -1;
                if (now != percent) {
                    percent = now;
                    tasks.later(() -> progress.set(now < 0 ? -1 : now / 100.0));
                }
            }

            @Override
            public boolean cancelled() {
                return monitor.cancelled();
            }
        };
    }
}
