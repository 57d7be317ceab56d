package io.cleanplate.inpaint;

import io.cleanplate.imaging.Pixels;
import io.cleanplate.inpaint.InpaintResult.PassSize;
import io.cleanplate.inpaint.plan.Pass;
import io.cleanplate.inpaint.plan.Plan;
import io.cleanplate.inpaint.plan.Strategy;
import io.cleanplate.mask.Mask;
import io.cleanplate.task.TaskMonitor;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

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
        Queue<List<Pass>> waiting = new ArrayDeque<>(blend ? batches(plan, budget) : singles(plan));
        List<Pass> together = waiting.remove();
        Batch batch = cutter.cut(together);
        while (true) {
            monitor.checkCancelled();
            InpaintModel.Pending pending = model.begin(batch);
            // Cut while the model works.
            List<Pass> next = waiting.poll();
            Batch nextBatch = next == null ? null : cutter.cut(next);
            float[] result = pending.await();
            nanos += pending.nanos();
            int offset = 0;
            for (Pass pass : together) {
                composer.add(pass, result, offset);
                offset += result.length / together.size();
                sizes.add(new PassSize(pass.width(), pass.height()));
            }
            monitor.progress(sizes.size(), plan.passes().size());
            if (next == null || nextBatch == null) {
                return new InpaintResult(composer.finish(options.feather()), sizes, nanos, model.device(), notices);
            }
            together = next;
            batch = nextBatch;
        }
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
