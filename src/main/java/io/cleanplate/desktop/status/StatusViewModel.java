package io.cleanplate.desktop.status;

import io.cleanplate.desktop.common.Notice;
import io.cleanplate.desktop.common.Notifier;
import io.cleanplate.task.BackgroundTask;
import io.cleanplate.task.TaskRunner;
import java.time.InstantSource;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** What the status line says, asked for in the background whenever it is told to. Belongs to the JavaFX thread. */
public final class StatusViewModel {
    private final StatusSource source;
    private final TaskRunner tasks;
    private final Notifier notifier;
    private final InstantSource clock;
    private final ReadOnlyObjectWrapper<@Nullable StatusLine> line = new ReadOnlyObjectWrapper<>();
    private boolean asking;

    /** Says nothing before the first {@link #refresh}. */
    public StatusViewModel(StatusSource source, TaskRunner tasks, Notifier notifier, InstantSource clock) {
        this.source = source;
        this.tasks = tasks;
        this.notifier = notifier;
        this.clock = clock;
    }

    /** What it says; null until the first answer. */
    public ReadOnlyObjectProperty<@Nullable StatusLine> lineProperty() {
        return line.getReadOnlyProperty();
    }

    /** Looks anew, unless it still looks. After a failure, which is a bug and told, it looks no more. */
    public void refresh() {
        if (asking) {
            return;
        }
        asking = true;
        tasks.start(BackgroundTask.of("Status", monitor -> StatusWords.line(source, clock.instant()))
                .quietly()
                .whenDone(found -> {
                    asking = false;
                    line.set(found);
                })
                .whenFailed(failure -> notifier.show(Notice.failure(failure))));
    }
}
