package io.cleanplate.benchmark;

import static io.cleanplate.benchmark.Figures.format;

import io.cleanplate.cleaning.edit.EditedPicture;
import io.cleanplate.cleaning.edit.MaskOperations;
import io.cleanplate.cleaning.edit.Removed;
import io.cleanplate.cleaning.edit.Stroke;
import io.cleanplate.cleaning.edit.StrokeKind;
import io.cleanplate.desktop.common.DesktopTasks;
import io.cleanplate.desktop.editor.canvas.CanvasRig;
import io.cleanplate.imaging.Orientation;
import io.cleanplate.imaging.Pixels;
import io.cleanplate.mask.Mask;
import io.cleanplate.mask.MaskBuffer;
import io.cleanplate.mask.PaintMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.application.Platform;

/** What whole steps of an edit keep the JavaFX thread busy with at once, on large pictures. */
final class EditSteps {
    private static final int ROUNDS = 7;
    private static final int WIDTH = 1200;
    private static final int HEIGHT = 800;

    private final Map<String, List<Double>> taken = new LinkedHashMap<>();
    private final String size;

    /** @param size how the picture is called in the table */
    EditSteps(String size) {
        this.size = size;
    }

    /** Measures, and tells each step with its milliseconds. */
    void run(Pixels pixels, BiConsumer<String, double[]> told) throws InterruptedException {
        try (DesktopTasks tasks = new DesktopTasks(notice -> {})) {
            WatchedTasks watched = new WatchedTasks(tasks);
            CanvasRig rig = onWindow(() -> new CanvasRig(watched, WIDTH, HEIGHT));
            for (int round = 0; round < ROUNDS; round++) {
                round(pixels, rig, watched);
            }
            onWindow(() -> {
                rig.close();
                return true;
            });
        }
        taken.forEach((what, millis) -> told.accept(
                format("%s, %s", what, size),
                millis.stream().mapToDouble(Double::doubleValue).toArray()));
    }

    private void round(Pixels pixels, CanvasRig rig, WatchedTasks tasks) throws InterruptedException {
        EditedPicture picture = EditedPicture.open(pixels, Orientation.UPRIGHT, EditedPicture.DEFAULT_HISTORY_BYTES);
        note("opening", rig, tasks, () -> rig.show(picture));
        Mask small = small(pixels);
        Mask inverse = small.invert();
        Mask corner = MaskOperations.nextCorner(small);
        note("a mask change: invert", rig, tasks, () -> rig.act(() -> picture.setMask(inverse)));
        Mask grown = MaskOperations.grow(small);
        note("a mask change: grow", rig, tasks, () -> rig.act(() -> picture.setMask(grown)));
        note("a mask change: corner", rig, tasks, () -> rig.act(() -> picture.setMask(corner)));
        note(
                "a rectangle over all",
                rig,
                tasks,
                () -> rig.act(() -> {
                    Stroke stroke = picture.begin(StrokeKind.MASK);
                    stroke.rectangle(pixels.bounds(), PaintMode.ADD);
                    stroke.commit();
                }));
        Mask most = striped(pixels);
        note("a mask change: stripes over all", rig, tasks, () -> rig.act(() -> picture.setMask(most)));
        Removed removed = picture.removal("see-through").done(inverted(pixels));
        note("a result over all shown", rig, tasks, () -> rig.act(() -> picture.removed(removed)));
        Stroke stroke = onWindow(() -> picture.begin(StrokeKind.RESTORE));
        onWindow(() -> rig.act(() -> stroke.line(0, 0, pixels.width(), pixels.height(), 100, PaintMode.ADD)));
        settle(rig, tasks);
        note("the end of a restore stroke, 200 px, corner to corner", rig, tasks, () -> rig.act(stroke::commit));
        note("undo", rig, tasks, () -> rig.act(picture::undo));
        note("stepping to the original", rig, tasks, () -> rig.act(() -> picture.show(0)));
    }

    private void note(String what, CanvasRig rig, WatchedTasks tasks, Supplier<Long> step) throws InterruptedException {
        double first = onWindow(step) / 1e6;
        taken.computeIfAbsent(what, key -> new ArrayList<>()).add(Math.max(first, settle(rig, tasks)));
    }

    /** Draws until nothing is left; the milliseconds of the slowest drawing. */
    static double settle(CanvasRig rig, WatchedTasks tasks) throws InterruptedException {
        double slowest = 0;
        while (!tasks.idle() || onWindow(rig::hasWork)) {
            slowest = Math.max(slowest, onWindow(() -> rig.act(() -> {})) / 1e6);
            Thread.sleep(5);
        }
        return slowest;
    }

    private static Mask small(Pixels pixels) {
        MaskBuffer mask = new MaskBuffer(pixels.width(), pixels.height());
        mask.stroke(500, 500, 1500, 700, 60, PaintMode.ADD);
        return mask.snapshot();
    }

    /** Something in every tile. */
    private static Mask striped(Pixels pixels) {
        MaskBuffer mask = new MaskBuffer(pixels.width(), pixels.height());
        for (int x = 0; x < pixels.width(); x += 50) {
            mask.stroke(x, 0, x, pixels.height(), 10, PaintMode.ADD);
        }
        return mask.snapshot();
    }

    private static Pixels inverted(Pixels pixels) {
        byte[] color = pixels.color().clone();
        for (int i = 0; i < color.length; i++) {
            color[i] = (byte) ~color[i];
        }
        return pixels.withColor(color);
    }

    static <T> T onWindow(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, Platform::runLater).join();
    }
}
