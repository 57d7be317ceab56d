package io.cleanplate.inpaint;

import io.cleanplate.imaging.Pixels;
import io.cleanplate.inpaint.InpaintResult.PassSize;
import io.cleanplate.inpaint.plan.Pass;
import io.cleanplate.inpaint.plan.Plan;
import io.cleanplate.inpaint.plan.Strategy;
import io.cleanplate.mask.Mask;
import io.cleanplate.task.TaskMonitor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One try at one picture on one model. Not thread-safe. */
final class Run {
    private final InpaintModel model;
    private final Pixels pixels;
    private final Mask mask;
    private final InpaintOptions options;
    private final TaskMonitor monitor;

    Run(InpaintModel model, Pixels pixels, Mask mask, InpaintOptions options, TaskMonitor monitor) {
        this.model = model;
        this.pixels = pixels;
        this.mask = mask;
        this.options = options;
        this.monitor = monitor;
    }

    /** Runs all passes of a plan, at most {@code budget} pixels at once where they can go together, and composes them. */
    InpaintResult over(Plan plan, long budget, List<String> notices) {
        boolean blend = options.strategy() == Strategy.AUTO;
        CropCutter cutter = new CropCutter(pixels, mask);
        Composer composer = new Composer(pixels, mask, blend ? Composer.Seam.BLEND : Composer.Seam.REPLACE);
        List<PassSize> sizes = new ArrayList<>();
        long nanos = 0;
        for (List<Pass> together : blend ? batches(plan, budget) : singles(plan)) {
            monitor.checkCancelled();
            Batch batch = cutter.cut(together);
            long start = System.nanoTime();
            float[] result = model.run(batch);
            nanos += System.nanoTime() - start;
            for (int i = 0; i < together.size(); i++) {
                composer.add(together.get(i), result, i * 3 * batch.width() * batch.height());
                sizes.add(new PassSize(batch.width(), batch.height()));
            }
            monitor.progress(sizes.size(), plan.passes().size());
        }
        return new InpaintResult(composer.finish(options.feather()), sizes, nanos, model.device(), notices);
    }

    private static List<List<Pass>> singles(Plan plan) {
        return plan.passes().stream().map(List::of).toList();
    }

    /** Passes of one size go together, as many as the model and the budget take. */
    private List<List<Pass>> batches(Plan plan, long budget) {
        Map<PassSize, List<Pass>> bySize = new LinkedHashMap<>();
        for (Pass pass : plan.passes()) {
            bySize.computeIfAbsent(new PassSize(pass.width(), pass.height()), size -> new ArrayList<>())
                    .add(pass);
        }
        List<List<Pass>> batches = new ArrayList<>();
        bySize.forEach((size, passes) -> {
            int most = Math.clamp(budget / size.pixels(), 1, model.maxBatch());
            for (int i = 0; i < passes.size(); i += most) {
                batches.add(passes.subList(i, Math.min(i + most, passes.size())));
            }
        });
        return batches;
    }
}
