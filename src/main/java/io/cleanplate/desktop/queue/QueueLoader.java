package io.cleanplate.desktop.queue;

import io.cleanplate.newsroom.PictureQueue;
import io.cleanplate.newsroom.QueueFilter;
import io.cleanplate.newsroom.QueuePage;
import io.cleanplate.task.BackgroundTask;
import io.cleanplate.task.RunningTask;
import io.cleanplate.task.TaskRunner;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads pages as they are wanted, one at a time, the most wanted first. Answers to an older question are dropped: those of
 * another filter, and those read before a picture was changed here. Belongs to the JavaFX thread.
 */
final class QueueLoader {
    private final TaskRunner tasks;
    private final PictureQueue queue;
    private final QueueRows rows;
    private final Listener listener;
    private QueueFilter filter = QueueFilter.PENDING;
    private Supplier<List<Span>> lookedAt = List::of;
    private @Nullable RunningTask running;
    private boolean stopped;
    private long question;

    /** Is told how reading goes. */
    interface Listener {
        /** A page was read. */
        void loaded();

        /** A page could not be read; nothing is read until the next {@link QueueLoader#resume}. */
        void failed(RuntimeException failure);
    }

    QueueLoader(TaskRunner tasks, PictureQueue queue, QueueRows rows, Listener listener) {
        this.tasks = tasks;
        this.queue = queue;
        this.rows = rows;
        this.listener = listener;
    }

    /** Begins anew with other pictures. */
    void ask(QueueFilter wanted, Supplier<List<Span>> spans) {
        filter = wanted;
        lookedAt = spans;
        outdate();
        rows.forget();
        resume();
    }

    /** What is being read may be older than a change made here: it is read once more. */
    void outdate() {
        question++;
        if (running != null) {
            running.cancel();
            running = null;
        }
    }

    /** Reads on after a failure. */
    void resume() {
        stopped = false;
        next();
    }

    /** Reads what is wanted most, if anything is, and nothing is being read. */
    void next() {
        if (running != null || stopped) {
            return;
        }
        PageRequest request = rows.table().wanted(lookedAt.get());
        if (request == null) {
            return;
        }
        long asked = question;
        QueueFilter now = filter;
        // Marked as running before it starts: a test's runner ends it at once.
        running = NOT_STARTED;
        RunningTask started =
                tasks.start(BackgroundTask.of("Reading the queue", monitor -> request.read(queue, now, monitor))
                        .whenDone(read -> answered(asked, request, read))
                        .whenFailed(failure -> failed(asked, failure))
                        .quietly());
        if (running == NOT_STARTED) {
            running = started;
        }
    }

    private void answered(long asked, PageRequest request, List<QueuePage> read) {
        if (asked != question) {
            return;
        }
        running = null;
        rows.load(request, read, lookedAt.get());
        listener.loaded();
        next();
    }

    private void failed(long asked, RuntimeException failure) {
        if (asked != question) {
            return;
        }
        running = null;
        stopped = true;
        listener.failed(failure);
    }

    private static final RunningTask NOT_STARTED = new RunningTask() {
        @Override
        public void cancel() {}

        @Override
        public boolean running() {
            return true;
        }
    };
}
