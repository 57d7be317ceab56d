package io.cleanplate.desktop.editor.canvas;

import io.cleanplate.cleaning.edit.PaintedPicture;
import io.cleanplate.imaging.Pixels;
import io.cleanplate.imaging.Rect;
import io.cleanplate.task.BackgroundTask;
import io.cleanplate.task.RunningTask;
import io.cleanplate.task.TaskRunner;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The original, the shown picture and the masks of one picture, ready to be drawn at any scale. At once there is level 0; what
 * else a changed picture needs is made in the background, and told when it is there. Belongs to the thread that paints.
 */
final class PictureLayers implements AutoCloseable {
    private final PaintedPicture picture;
    private final TaskRunner tasks;
    private final Consumer<Rect> refined;
    private final MaskLevels mask;
    private final MaskLevels restoring;
    private Pyramid original;
    private Pyramid shown;
    /** The last one of the shown picture with all levels; it differs from {@code shown} in the stale area. */
    private @Nullable Pyramid finished;

    private Rect stale = Rect.EMPTY;
    private @Nullable RunningTask running;

    /**
     * Begins to prepare a picture.
     *
     * @param refined told which part of the picture can now be drawn better than before
     */
    PictureLayers(PaintedPicture picture, TaskRunner tasks, Consumer<Rect> refined) {
        this.picture = picture;
        this.tasks = tasks;
        this.refined = refined;
        Pixels opened = picture.original();
        this.mask = new MaskLevels(opened.width(), opened.height(), picture::copyMask);
        this.restoring = new MaskLevels(opened.width(), opened.height(), picture::copyRestoring);
        this.original = Pyramid.bare(opened);
        this.shown = original;
        mask.update(opened.bounds());
        showCurrent(opened.bounds());
        refine();
    }

    Pyramid original() {
        return original;
    }

    Pyramid shown() {
        return shown;
    }

    MaskLevels mask() {
        return mask;
    }

    MaskLevels restoring() {
        return restoring;
    }

    /** Takes over a part of the mask. */
    void maskChanged(Rect area) {
        mask.update(area);
    }

    /** Takes over a part of what is shown. */
    void pictureChanged(Rect area) {
        showCurrent(area);
        if (finished == null || stale.isEmpty()) {
            restoring.update(area);
        }
        refine();
    }

    private void showCurrent(Rect area) {
        Pixels current = picture.shown();
        if (current == shown.pixels()) {
            return;
        }
        if (current == original.pixels()) {
            stop();
            shown = original;
            finished = original.top() > 0 ? original : null;
            restoring.update(area.union(stale));
            stale = Rect.EMPTY;
        } else {
            shown = shown.withBase(current);
            stale = stale.union(area);
        }
    }

    private void stop() {
        if (running != null) {
            running.cancel();
            running = null;
        }
    }

    private void refine() {
        Pyramid before = finished;
        if (running != null) {
            return;
        }
        if (before == null) {
            Pixels opened = original.pixels();
            running = tasks.start(BackgroundTask.of("Preparing the view", monitor -> Pyramid.of(opened))
                    .whenDone(this::originalReady)
                    .quietly());
        } else if (!stale.isEmpty()) {
            Pixels current = shown.pixels();
            Rect area = stale;
            stale = Rect.EMPTY;
            running = tasks.start(BackgroundTask.of("Preparing the view", monitor -> before.patched(current, area))
                    .whenDone(ready -> shownReady(ready, area))
                    .quietly());
        }
    }

    private void originalReady(Pyramid ready) {
        running = null;
        boolean same = shown.pixels() == original.pixels();
        original = ready;
        finished = ready;
        shown = same ? ready : ready.withBase(shown.pixels());
        refined.accept(ready.pixels().bounds());
        refineUnlessWhole();
    }

    private void shownReady(Pyramid ready, Rect area) {
        running = null;
        finished = ready;
        shown = ready.withBase(shown.pixels());
        restoring.update(area);
        refined.accept(area);
        refineUnlessWhole();
    }

    private void refineUnlessWhole() {
        if (!stale.isEmpty()) {
            refine();
        }
    }

    /** Prepares nothing more. */
    @Override
    public void close() {
        stop();
    }
}
