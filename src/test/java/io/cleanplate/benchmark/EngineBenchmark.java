package io.cleanplate.benchmark;

import static io.cleanplate.benchmark.Figures.format;
import static io.cleanplate.benchmark.Figures.median;

import io.cleanplate.benchmark.Scenes.Scene;
import io.cleanplate.imaging.Pixels;
import io.cleanplate.inpaint.Batch;
import io.cleanplate.inpaint.CropInpainter;
import io.cleanplate.inpaint.InpaintModel;
import io.cleanplate.inpaint.InpaintOptions;
import io.cleanplate.inpaint.InpaintResult;
import io.cleanplate.inpaint.model.ModelEntry;
import io.cleanplate.inpaint.plan.Strategy;
import io.cleanplate.task.TaskMonitor;
import java.util.List;

/** What the engine costs beside the model, and what its planning saves. */
final class EngineBenchmark {
    private static final int WARM_UP = 3;
    private static final int ROUNDS = 15;

    private final BenchmarkModels models;
    private final List<Scene> scenes;

    EngineBenchmark(BenchmarkModels models) {
        this.models = models;
        Pixels two = Scenes.mosaic(Scenes.sample("astronaut"), 1920, 1080);
        Pixels twelve = Scenes.mosaic(Scenes.sample("astronaut"), 4000, 3000);
        this.scenes = List.of(
                Scenes.smallMark(two), Scenes.letterLine(two), Scenes.smallMark(twelve), Scenes.letterLine(twelve));
    }

    /** Wall time from mask to composed pixels against the bare passes over the same crops, by turns. */
    ReadmeTable overhead() {
        ReadmeTable table = new ReadmeTable(
                "overhead", "model", "picture", "mark", "passes", "engine, ms", "bare passes, ms", "ratio");
        for (ModelEntry entry : models.present()) {
            try (InpaintModel model = models.load(entry);
                    BareForward bare = new BareForward(models.file(entry).path())) {
                for (Scene scene : scenes) {
                    overhead(entry, new Recording(model), bare, scene, table);
                }
            }
        }
        return table;
    }

    private static void overhead(
            ModelEntry entry, Recording recording, BareForward bare, Scene scene, ReadmeTable table) {
        CropInpainter inpainter = inpainter(recording);
        InpaintOptions options = new InpaintOptions(Strategy.AUTO, entry.contextMargin(), 1);
        double[] engine = new double[ROUNDS];
        double[] passes = new double[ROUNDS];
        int batches = 0;
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            long start = System.nanoTime();
            inpainter.inpaint(scene.marked(), scene.mask(), options, TaskMonitor.NONE);
            long nanos = System.nanoTime() - start;
            List<Batch> taken = recording.take();
            long bareNanos = bare.nanos(taken);
            if (round >= 0) {
                engine[round] = nanos / 1e6;
                passes[round] = bareNanos / 1e6;
            }
            batches = taken.stream().mapToInt(Batch::count).sum();
        }
        table.row(
                entry.name(),
                megapixels(scene),
                scene.name(),
                Integer.toString(batches),
                format("%.0f", median(engine)),
                format("%.0f", median(passes)),
                format("%.2f", median(engine) / median(passes)));
    }

    /** The letter line at 12 MP under the strategies {@code auto} and {@code crop}, by turns. */
    ReadmeTable planning() {
        ReadmeTable table = new ReadmeTable("planning", "model", "strategy", "passes", "pixels", "ms", "against crop");
        Scene scene = scenes.getLast();
        for (ModelEntry entry : models.present()) {
            try (InpaintModel model = models.load(entry)) {
                CropInpainter inpainter = inpainter(model);
                double[] auto = new double[ROUNDS];
                double[] crop = new double[ROUNDS];
                InpaintOptions byAuto = new InpaintOptions(Strategy.AUTO, entry.contextMargin(), 0);
                InpaintOptions byCrop = new InpaintOptions(Strategy.CROP, 0, 0);
                InpaintResult autoResult = inpaint(inpainter, scene, byAuto);
                InpaintResult cropResult = inpaint(inpainter, scene, byCrop);
                for (int round = 0; round < ROUNDS; round++) {
                    auto[round] = millis(inpainter, scene, byAuto);
                    crop[round] = millis(inpainter, scene, byCrop);
                }
                double fewer = (double) cropResult.inferencePixels() / autoResult.inferencePixels();
                planningRow(
                        table,
                        entry,
                        "auto",
                        autoResult,
                        median(auto),
                        format("%.1f times fewer pixels, %.1f times faster", fewer, median(crop) / median(auto)));
                planningRow(table, entry, "crop", cropResult, median(crop), "1");
            }
        }
        return table;
    }

    private static void planningRow(
            ReadmeTable table,
            ModelEntry entry,
            String strategy,
            InpaintResult result,
            double millis,
            String comparison) {
        table.row(
                entry.name(),
                strategy,
                Integer.toString(result.passes().size()),
                format("%,d", result.inferencePixels()),
                format("%.0f", millis),
                comparison);
    }

    private static double millis(CropInpainter inpainter, Scene scene, InpaintOptions options) {
        long start = System.nanoTime();
        inpaint(inpainter, scene, options);
        return (System.nanoTime() - start) / 1e6;
    }

    private static InpaintResult inpaint(CropInpainter inpainter, Scene scene, InpaintOptions options) {
        return inpainter.inpaint(scene.marked(), scene.mask(), options, TaskMonitor.NONE);
    }

    private static CropInpainter inpainter(InpaintModel model) {
        return new CropInpainter(model, () -> model, BenchmarkModels.LIMITS);
    }

    private static String megapixels(Scene scene) {
        return format("%.0f MP", scene.clean().bounds().area() / 1e6);
    }
}
