package io.cleanplate.benchmark;

import static io.cleanplate.benchmark.Figures.format;

import io.cleanplate.cleaning.edit.EditedPicture;
import io.cleanplate.cleaning.edit.Removed;
import io.cleanplate.desktop.common.DesktopTasks;
import io.cleanplate.desktop.editor.canvas.CanvasRig;
import io.cleanplate.desktop.editor.canvas.FakePicture;
import io.cleanplate.imaging.Encoding;
import io.cleanplate.imaging.Format;
import io.cleanplate.imaging.Limits;
import io.cleanplate.imaging.Metadata;
import io.cleanplate.imaging.Orientation;
import io.cleanplate.imaging.OutputOptions;
import io.cleanplate.imaging.Picture;
import io.cleanplate.imaging.PictureReader;
import io.cleanplate.imaging.PictureWriter;
import io.cleanplate.imaging.Pixels;
import io.cleanplate.inpaint.InpaintOptions;
import io.cleanplate.inpaint.Inpainter;
import io.cleanplate.inpaint.plan.Strategy;
import io.cleanplate.mask.MaskBuffer;
import io.cleanplate.mask.PaintMode;
import io.cleanplate.task.TaskMonitor;
import io.cleanplate.task.Threads;
import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/** What an editor waits for: brush, first sight of a picture, frames while a model runs, and the memory that it takes. */
final class DesktopBenchmark {
    private static final int WIDTH = 1200;
    private static final int HEIGHT = 800;
    private static final int MOVES = 1000;
    private static final int WARM_UP = 300;
    private static final int PULSES = 300;

    private final Pixels picture = Scenes.mosaic(Scenes.sample("astronaut"), 6000, 4000);

    private final Path folder;

    /** @param folder for a demo newsroom and an engine's files */
    DesktopBenchmark(Path folder) {
        this.folder = folder;
    }

    /** A row for each figure. */
    ReadmeTable table() throws IOException, InterruptedException {
        ReadmeTable table = new ReadmeTable("desktop", "what", "median", "p99", "slowest");
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        Platform.setImplicitExit(false);
        try (DesktopTasks tasks = new DesktopTasks(notice -> {})) {
            CanvasRig rig = onWindow(() -> new CanvasRig(tasks, WIDTH, HEIGHT));
            byte[] jpeg = jpeg();
            open(table, rig, jpeg);
            row(
                    table,
                    "next 24 MP picture, brought beforehand: from the key to its first paint, while the last is saved",
                    new NextPicture(folder.resolve("desktop"), jpeg).run());
            for (int diameter : new int[] {40, 200}) {
                brush(table, rig, diameter, true);
                brush(table, rig, diameter, false);
            }
            new EditSteps("24 MP").run(picture, (what, millis) -> row(table, what, millis));
            new EditSteps("100 MP")
                    .run(
                            Scenes.mosaic(Scenes.sample("astronaut"), 12000, 8400),
                            (what, millis) -> row(table, what, millis));
            frames(table);
            onWindow(() -> {
                rig.close();
                return true;
            });
            memory(table);
        }
        Platform.exit();
        return table;
    }

    private static <T> T onWindow(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, Platform::runLater).join();
    }

    private byte[] jpeg() {
        return new PictureWriter()
                .encode(
                        new Picture(picture, Metadata.NONE, new Encoding(Format.JPEG, null, false), List.of()),
                        OutputOptions.SAME)
                .bytes();
    }

    private void open(ReadmeTable table, CanvasRig rig, byte[] jpeg) {
        double[] decoding = new double[7];
        double[] painting = new double[decoding.length];
        for (int i = 0; i < decoding.length; i++) {
            long start = System.nanoTime();
            Pixels read =
                    new PictureReader(Limits.DEFAULT).read(jpeg, "picture.jpg").pixels();
            decoding[i] = (System.nanoTime() - start) / 1e6;
            painting[i] = onWindow(() -> rig.show(new FakePicture(read))) / 1e6;
        }
        row(table, "24 MP JPEG: decoding", decoding);
        row(table, "24 MP JPEG: from its pixels to the first paint", painting);
    }

    private static void brush(ReadmeTable table, CanvasRig rig, int diameter, boolean fit) {
        double[] moves = onWindow(() -> {
            rig.prepare(diameter, fit);
            double[] taken = new double[MOVES];
            rig.press(WIDTH / 2.0, HEIGHT / 2.0);
            for (int i = -WARM_UP; i < MOVES; i++) {
                // A wound line that crosses itself, with steps of a quick hand.
                double angle = i / 23.0;
                double x = WIDTH / 2.0 + 350 * Math.sin(angle);
                double y = HEIGHT / 2.0 + 300 * Math.sin(1.7 * angle + 1);
                long nanos = rig.drag(x, y);
                if (i >= 0) {
                    taken[i] = nanos / 1e6;
                }
            }
            rig.release(WIDTH / 2.0, HEIGHT / 2.0);
            return taken;
        });
        row(table, format("one brush move on 24 MP, %d px, at %s", diameter, fit ? "fit" : "100 %"), moves);
    }

    private void frames(ReadmeTable table) throws InterruptedException {
        row(table, "frame time, idle", pulses());
        Scenes.Scene scene = Scenes.letterLine(picture);
        BenchmarkModels models = new BenchmarkModels(folder);
        AtomicBoolean inferring = new AtomicBoolean(true);
        CountDownLatch warm = new CountDownLatch(1);
        try (ExecutorService thread = Executors.newSingleThreadExecutor(Threads.named("inference"));
                Inpainter engine = models.engine(models.present().getFirst())) {
            thread.execute(() -> {
                while (inferring.get()) {
                    engine.inpaint(
                            scene.marked(),
                            scene.mask(),
                            new InpaintOptions(Strategy.AUTO, 64, InpaintOptions.DEFAULT_FEATHER),
                            TaskMonitor.NONE);
                    warm.countDown();
                }
            });
            warm.await();
            row(table, "frame time while see-through removes a line of letters from 24 MP again and again", pulses());
            inferring.set(false);
            thread.shutdown();
            thread.awaitTermination(1, TimeUnit.MINUTES);
        }
    }

    private static double[] pulses() throws InterruptedException {
        List<Long> times = new ArrayList<>();
        CountDownLatch enough = new CountDownLatch(1);
        Platform.runLater(() -> new AnimationTimer() {
            @Override
            public void handle(long now) {
                times.add(System.nanoTime());
                if (times.size() > PULSES) {
                    stop();
                    enough.countDown();
                }
            }
        }.start());
        enough.await();
        double[] intervals = new double[PULSES];
        for (int i = 0; i < PULSES; i++) {
            intervals[i] = (times.get(i + 1) - times.get(i)) / 1e6;
        }
        return intervals;
    }

    private void memory(ReadmeTable table) throws InterruptedException {
        try (DesktopTasks tasks = new DesktopTasks(notice -> {})) {
            long without = used();
            Pixels fresh = picture.withColor(picture.color().clone());
            WatchedTasks watched = new WatchedTasks(tasks);
            CanvasRig rig = onWindow(() -> new CanvasRig(watched, WIDTH, HEIGHT));
            EditedPicture edited = EditedPicture.open(fresh, Orientation.UPRIGHT, EditedPicture.DEFAULT_HISTORY_BYTES);
            onWindow(() -> rig.show(edited));
            for (int result = 0; result < 2; result++) {
                MaskBuffer mask = new MaskBuffer(fresh.width(), fresh.height());
                mask.stroke(500, 500, 5500, 3500, 50, PaintMode.ADD);
                onWindow(() -> {
                    edited.setMask(mask.snapshot());
                    return true;
                });
                byte[] grey = new byte[fresh.color().length];
                Arrays.fill(grey, (byte) (90 + result));
                Removed removed = edited.removal("see-through").done(fresh.withColor(grey));
                onWindow(() -> {
                    edited.removed(removed);
                    edited.setMask(mask.snapshot());
                    return true;
                });
                EditSteps.settle(rig, watched);
            }
            try {
                table.row(
                        "memory of a 24 MP picture, its view, a mask and two results of a line from corner to corner",
                        format("%,d MB", (used() - without) / 1_000_000),
                        "",
                        "");
            } finally {
                Reference.reachabilityFence(edited);
            }
            onWindow(() -> {
                rig.close();
                return true;
            });
        }
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static void row(ReadmeTable table, String what, double[] millis) {
        double[] sorted = millis.clone();
        Arrays.sort(sorted);
        table.row(
                what,
                format("%.1f ms", sorted[sorted.length / 2]),
                sorted.length < 100 ? "" : format("%.1f ms", sorted[sorted.length * 99 / 100]),
                format("%.1f ms", sorted[sorted.length - 1]));
    }
}
