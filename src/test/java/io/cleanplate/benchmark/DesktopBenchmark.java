package io.cleanplate.benchmark;

import static io.cleanplate.benchmark.Figures.format;

import io.cleanplate.desktop.common.DesktopTasks;
import io.cleanplate.desktop.editor.canvas.CanvasRig;
import io.cleanplate.imaging.Encoding;
import io.cleanplate.imaging.Format;
import io.cleanplate.imaging.Limits;
import io.cleanplate.imaging.Metadata;
import io.cleanplate.imaging.OutputOptions;
import io.cleanplate.imaging.Picture;
import io.cleanplate.imaging.PictureReader;
import io.cleanplate.imaging.PictureWriter;
import io.cleanplate.imaging.Pixels;
import io.cleanplate.imaging.Rect;
import io.cleanplate.mask.MaskBuffer;
import io.cleanplate.mask.PaintMode;
import io.cleanplate.task.Threads;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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

    /** A row for each figure. */
    ReadmeTable table() throws InterruptedException {
        ReadmeTable table = new ReadmeTable("desktop", "what", "median", "p99", "slowest");
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        Platform.setImplicitExit(false);
        try (DesktopTasks tasks = new DesktopTasks(notice -> {})) {
            CanvasRig rig = onWindow(() -> new CanvasRig(tasks, WIDTH, HEIGHT));
            open(table, rig);
            for (int diameter : new int[] {40, 200}) {
                brush(table, rig, diameter, true);
                brush(table, rig, diameter, false);
            }
            frames(table);
            memory(table, rig);
            onWindow(() -> {
                rig.close();
                return true;
            });
        }
        Platform.exit();
        return table;
    }

    private static <T> T onWindow(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, Platform::runLater).join();
    }

    private void open(ReadmeTable table, CanvasRig rig) {
        byte[] jpeg = new PictureWriter()
                .encode(
                        new Picture(picture, Metadata.NONE, new Encoding(Format.JPEG, null, false), List.of()),
                        OutputOptions.SAME)
                .bytes();
        double[] decoding = new double[7];
        double[] painting = new double[decoding.length];
        for (int i = 0; i < decoding.length; i++) {
            long start = System.nanoTime();
            Pixels read =
                    new PictureReader(Limits.DEFAULT).read(jpeg, "picture.jpg").pixels();
            decoding[i] = (System.nanoTime() - start) / 1e6;
            painting[i] = onWindow(() -> rig.show(read)) / 1e6;
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

    private static void frames(ReadmeTable table) throws InterruptedException {
        row(table, "frame time, idle", pulses());
        AtomicBoolean burning = new AtomicBoolean(true);
        ExecutorService burners = Executors.newFixedThreadPool(2, Threads.named("burn"));
        for (int i = 0; i < 2; i++) {
            burners.execute(() -> {
                while (burning.get()) {
                    Thread.onSpinWait();
                }
            });
        }
        row(table, "frame time while two threads keep the processor busy", pulses());
        burning.set(false);
        burners.shutdown();
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

    private void memory(ReadmeTable table, CanvasRig rig) {
        onWindow(() -> {
            rig.close();
            return true;
        });
        long without = used();
        Pixels fresh = picture.withColor(picture.color().clone());
        CanvasRig second = onWindow(() -> new CanvasRig(new DesktopTasks(notice -> {}), WIDTH, HEIGHT));
        onWindow(() -> second.show(fresh));
        MaskBuffer mask = new MaskBuffer(fresh.width(), fresh.height());
        mask.stroke(500, 500, 5500, 3500, 100, PaintMode.ADD);
        Rect area = new Rect(1000, 1000, 2000, 1600);
        Pixels first = fresh.withPatch(area, fresh.cut(area));
        Pixels next = first.withPatch(area, first.cut(area));
        onWindow(() -> true);
        try {
            table.row(
                    "memory of a 24 MP picture, its view, a mask and two results",
                    format("%,d MB", (used() - without) / 1_000_000),
                    "",
                    "");
        } finally {
            Reference.reachabilityFence(List.of(mask, first, next));
        }
        onWindow(() -> {
            second.close();
            return true;
        });
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
