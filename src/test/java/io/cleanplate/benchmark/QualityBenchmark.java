package io.cleanplate.benchmark;

import io.cleanplate.benchmark.Scenes.Scene;
import io.cleanplate.demo.DrawnMark;
import io.cleanplate.imaging.Pixels;
import io.cleanplate.inpaint.CropInpainter;
import io.cleanplate.inpaint.InpaintModel;
import io.cleanplate.inpaint.InpaintOptions;
import io.cleanplate.inpaint.model.ModelEntry;
import io.cleanplate.inpaint.plan.Strategy;
import io.cleanplate.task.TaskMonitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** How near results come to the truth, on the sample photographs that the bundled model was not trained on. */
final class QualityBenchmark {
    private static final List<String> UNSEEN = List.of("astronaut", "coffee", "cat", "rocket-launch");

    private final BenchmarkModels models;

    QualityBenchmark(BenchmarkModels models) {
        this.models = models;
    }

    ReadmeTable table() {
        ReadmeTable table = new ReadmeTable("quality", "mark", "method", "PSNR, dB", "SSIM");
        for (String kind : List.of("translucent text", "opaque text", "thin strokes")) {
            List<Scene> scenes = UNSEEN.stream().map(name -> scene(kind, name)).toList();
            row(table, kind, "mark left in", scenes, Scene::marked);
            row(table, kind, "smooth fill", scenes, scene -> HarmonicFill.fill(scene.marked(), scene.mask()));
            for (ModelEntry entry : models.present()) {
                try (InpaintModel model = models.load(entry)) {
                    CropInpainter inpainter = new CropInpainter(model, () -> model, BenchmarkModels.LIMITS);
                    InpaintOptions options = new InpaintOptions(Strategy.AUTO, entry.contextMargin(), 1);
                    row(
                            table,
                            kind,
                            entry.name(),
                            scenes,
                            scene -> inpainter
                                    .inpaint(scene.marked(), scene.mask(), options, TaskMonitor.NONE)
                                    .pixels());
                }
            }
        }
        return table;
    }

    private static Scene scene(String kind, String photo) {
        Pixels clean = Scenes.sample(photo);
        double y = clean.height() * 0.55;
        DrawnMark mark = switch (kind) {
            case "translucent text" -> new DrawnMark("NEWS AGENCY", 30, y, 40, 6, DrawnMark.Ink.white(0.45));
            case "opaque text" -> new DrawnMark("NEWS AGENCY", 30, y, 40, 6, new DrawnMark.Ink(1, 240, 240, 240));
            default -> new DrawnMark("XZXZXZ", 30, y, 50, 2, new DrawnMark.Ink(1, 250, 220, 30));
        };
        return Scenes.scene(kind, clean, mark);
    }

    private static void row(
            ReadmeTable table, String kind, String method, List<Scene> scenes, Function<Scene, Pixels> removal) {
        List<Double> psnr = new ArrayList<>();
        List<Double> ssim = new ArrayList<>();
        for (Scene scene : scenes) {
            Pixels result = removal.apply(scene);
            psnr.add(Quality.psnr(scene.clean(), result, scene.mask()));
            ssim.add(Quality.ssim(scene.clean(), result, scene.mask()));
        }
        table.row(
                kind,
                method,
                String.format(Locale.ROOT, "%.1f", mean(psnr)),
                String.format(Locale.ROOT, "%.3f", mean(ssim)));
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }
}
