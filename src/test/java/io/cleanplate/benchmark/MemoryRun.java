package io.cleanplate.benchmark;

import io.cleanplate.imaging.Pixels;
import io.cleanplate.imaging.Rect;
import io.cleanplate.inpaint.CropInpainter;
import io.cleanplate.inpaint.InpaintModel;
import io.cleanplate.inpaint.InpaintOptions;
import io.cleanplate.inpaint.plan.Strategy;
import io.cleanplate.mask.MaskBuffer;
import io.cleanplate.mask.PaintMode;
import io.cleanplate.task.TaskMonitor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;

/** Removes marks of all sizes from one picture, a thousand times, and prints what memory the process holds meanwhile. */
final class MemoryRun {
    private static final Set<Integer> TOLD = Set.of(10, 100, 250, 500, 750, 1000);

    private MemoryRun() {}

    /** The folder for models and libraries is the one argument. */
    public static void main(String[] args) throws IOException {
        BenchmarkModels models = new BenchmarkModels(Path.of(args[0]));
        Pixels picture = Scenes.mosaic(Scenes.sample("astronaut"), 1920, 1080);
        Random random = new Random(1);
        try (InpaintModel model = models.load(models.present().getFirst())) {
            CropInpainter inpainter = new CropInpainter(model, () -> model, BenchmarkModels.LIMITS);
            for (int run = 1; run <= 1000; run++) {
                int width = 10 + random.nextInt(400);
                int height = 10 + random.nextInt(250);
                int left = random.nextInt(picture.width() - width);
                int top = random.nextInt(picture.height() - height);
                MaskBuffer mask = new MaskBuffer(picture.width(), picture.height());
                mask.rectangle(new Rect(left, top, left + width, top + height), PaintMode.ADD);
                InpaintOptions options = new InpaintOptions(Strategy.AUTO, 64, 1);
                inpainter.inpaint(picture, mask.snapshot(), options, TaskMonitor.NONE);
                if (TOLD.contains(run)) {
                    System.out.println(run + " "
                            + ProcessMemory.megabytes(ProcessHandle.current().pid(), "VmRSS"));
                }
            }
        }
    }
}
