package io.cleanplate.desktop.queue;

import io.cleanplate.desktop.common.Notice;
import io.cleanplate.newsroom.NewsImage;
import io.cleanplate.newsroom.PictureRef;
import io.cleanplate.task.BackgroundTask;
import io.cleanplate.task.RunningTask;
import io.cleanplate.task.TaskRunner;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;

/**
 * Loads the small pictures of rows in the background, two at a time, those asked for last first, and remembers the last few
 * hundred. What nobody asks for any more is not loaded. Belongs to the JavaFX thread.
 */
public final class ThumbnailLoader {
    /** Size in a row. */
    static final int WIDTH = 96;

    /** Size in a row. */
    static final int HEIGHT = 64;

    private static final int SCALE = 2;
    private static final int REMEMBERED = 500;
    private static final int AT_ONCE = 2;

    private final TaskRunner tasks;
    private final ThumbnailSource source;
    private final Map<PictureRef, Thumbnail> remembered = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<PictureRef, Thumbnail> eldest) {
            return size() > REMEMBERED;
        }
    };
    private final Map<PictureRef, Load> loads = new LinkedHashMap<>();
    private int running;

    /** A picture to be loaded, and who asked for it. */
    private static final class Load {
        private final NewsImage picture;
        private final List<Consumer<Thumbnail>> wanted = new ArrayList<>();
        private boolean started;
        private @Nullable RunningTask task;

        Load(NewsImage picture) {
            this.picture = picture;
        }
    }

    /** Loads from there. */
    public ThumbnailLoader(TaskRunner tasks, ThumbnailSource source) {
        this.tasks = tasks;
        this.source = source;
    }

    /**
     * Asks for a thumbnail.
     *
     * @param then gets it, at once if it is remembered
     * @return to be run when it is not wanted any more
     */
    public Runnable request(NewsImage picture, Consumer<Thumbnail> then) {
        PictureRef ref = picture.ref();
        Thumbnail known = remembered.get(ref);
        if (known != null) {
            then.accept(known);
            return () -> {};
        }
        Load load = loads.remove(ref);
        if (load == null) {
            load = new Load(picture);
        }
        loads.put(ref, load);
        load.wanted.add(then);
        Load wanted = load;
        // After the rows of this moment have asked, so that the last of them comes first.
        tasks.later(this::next);
        return () -> release(wanted, then);
    }

    /** Tries again those that failed, when they are asked for next. */
    public void forgetFailures() {
        remembered.values().removeIf(thumbnail -> thumbnail.image() == null);
    }

    private void release(Load load, Consumer<Thumbnail> then) {
        load.wanted.remove(then);
        // A row that is laid out anew lets go of its picture and asks for it again within the same moment.
        tasks.later(() -> dropUnwanted(load));
    }

    private void dropUnwanted(Load load) {
        if (load.wanted.isEmpty() && loads.remove(load.picture.ref(), load) && load.task != null) {
            load.task.cancel();
        }
    }

    private void next() {
        while (running < AT_ONCE) {
            Load last = null;
            for (Load load : loads.values()) {
                last = load.started ? last : load;
            }
            if (last == null) {
                return;
            }
            start(last);
        }
    }

    private void start(Load load) {
        load.started = true;
        running++;
        NewsImage picture = load.picture;
        load.task = tasks.start(BackgroundTask.of(
                        "Loading a small picture",
                        monitor -> ThumbnailScaler.fill(source.load(picture, monitor), WIDTH * SCALE, HEIGHT * SCALE))
                .whenDone(argb -> finish(load, new Thumbnail(image(argb), "")))
                .whenFailed(failure ->
                        finish(load, new Thumbnail(null, Notice.failure(failure).text())))
                .whenCancelled(this::ended)
                .quietly());
    }

    private void finish(Load load, Thumbnail thumbnail) {
        remembered.put(load.picture.ref(), thumbnail);
        if (loads.remove(load.picture.ref(), load)) {
            List.copyOf(load.wanted).forEach(then -> then.accept(thumbnail));
        }
        ended();
    }

    /** Work that was told to stop counts until it has. */
    private void ended() {
        running--;
        next();
    }

    private static WritableImage image(int[] argb) {
        return new WritableImage(new PixelBuffer<>(
                WIDTH * SCALE, HEIGHT * SCALE, IntBuffer.wrap(argb), PixelFormat.getIntArgbPreInstance()));
    }
}
