package io.cleanplate.cleaning.proposal;

import io.cleanplate.newsroom.NewsImage;
import io.cleanplate.newsroom.PictureRef;
import io.cleanplate.task.TaskMonitor;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Works on the pictures that come next, a few at a time, as long as they are wanted. Thread-safe. */
final class Ahead {
    /** More would take the processor from the editor's own picture. */
    private static final int AT_ONCE = 2;

    private final Executor threads;
    private final BiConsumer<NewsImage, TaskMonitor> work;
    private final Deque<NewsImage> waiting = new ArrayDeque<>();
    private List<NewsImage> last = List.of();
    private volatile Set<PictureRef> wanted = Set.of();
    private int working;

    /**
     * Idle.
     *
     * @param work done for each picture on one of the threads; its monitor wants to stop when the picture is not wanted any
     *     more
     */
    Ahead(Executor threads, BiConsumer<NewsImage, TaskMonitor> work) {
        this.threads = threads;
        this.work = work;
    }

    /** From now on these, in this order, and no others. */
    void want(List<NewsImage> next) {
        synchronized (this) {
            last = List.copyOf(next);
            wanted = next.stream().map(NewsImage::ref).collect(Collectors.toUnmodifiableSet());
            waiting.clear();
            waiting.addAll(next);
        }
        start();
    }

    /** The same pictures once more. */
    void again() {
        synchronized (this) {
            waiting.clear();
            waiting.addAll(last);
        }
        start();
    }

    private void start() {
        NewsImage image = next();
        while (image != null) {
            NewsImage begun = image;
            threads.execute(() -> run(begun));
            image = next();
        }
    }

    private synchronized @Nullable NewsImage next() {
        NewsImage image = working < AT_ONCE ? waiting.poll() : null;
        working += image == null ? 0 : 1;
        return image;
    }

    private void run(NewsImage image) {
        try {
            work.accept(image, whileWanted(image.ref()));
        } finally {
            synchronized (this) {
                working--;
            }
            start();
        }
    }

    private TaskMonitor whileWanted(PictureRef picture) {
        return TaskMonitor.until(() -> !wanted.contains(picture));
    }
}
