package io.cleanplate.inpaint;

import io.cleanplate.error.InputException;
import io.cleanplate.error.UnavailableException;
import io.cleanplate.imaging.Pixels;
import io.cleanplate.inpaint.plan.CropPlanner;
import io.cleanplate.inpaint.plan.Plan;
import io.cleanplate.inpaint.plan.PlanOptions;
import io.cleanplate.inpaint.plan.Strategy;
import io.cleanplate.mask.Mask;
import io.cleanplate.task.TaskMonitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The engine: plans crops, runs them through a model, composes the result. When a device runs out of memory it frees what
 * it can, plans smaller and tries again, then goes to the processor; the result says so.
 *
 * <p>Thread-safe. What it learned about the device's memory is kept for the next picture.
 */
public final class CropInpainter implements Inpainter {
    private static final Logger LOG = LoggerFactory.getLogger(CropInpainter.class);

    private static final PlanOptions PLANNING = PlanOptions.DEFAULT;

    private final InpaintModel model;
    private final Supplier<InpaintModel> onProcessor;
    private final EngineLimits limits;
    private final AtomicLong passPixels;
    private @Nullable InpaintModel processor;

    /**
     * Takes over the model and closes it in the end.
     *
     * @param model where pictures are done as a rule
     * @param onProcessor loads the same model onto the processor, for when a graphics card's memory does not do; asked at
     *     most once
     */
    public CropInpainter(InpaintModel model, Supplier<InpaintModel> onProcessor, EngineLimits limits) {
        this.model = model;
        this.onProcessor = onProcessor;
        this.limits = limits;
        this.passPixels = new AtomicLong(limits.passPixels());
    }

    @Override
    public InpaintResult inpaint(Pixels pixels, Mask mask, InpaintOptions options, TaskMonitor monitor) {
        if (mask.width() != pixels.width() || mask.height() != pixels.height()) {
            throw new InputException("The mask is " + mask.width() + " x " + mask.height() + " pixels and the picture "
                    + pixels.width() + " x " + pixels.height() + ": they have to be of one size.");
        }
        if (mask.isEmpty()) {
            return new InpaintResult(
                    pixels, List.of(), 0, model.device(), List.of("The mask is empty: nothing was removed."));
        }
        List<String> notices = new ArrayList<>();
        boolean fallenBack = false;
        while (true) {
            InpaintModel on = fallenBack ? processor() : model;
            long budget = fallenBack ? limits.passPixels() : passPixels.get();
            Plan plan = plan(mask, options, budget);
            try {
                return new Run(on, pixels, mask, options, monitor).over(plan, budget, notices);
            } catch (DeviceMemoryException e) {
                LOG.warn("Out of memory on {}: {}", on.device(), e.getMessage());
                on.freeMemory();
                if (!fallenBack && options.strategy() == Strategy.AUTO && halvePasses(plan)) {
                    addOnce(
                            notices,
                            "There was not enough memory on " + on.device() + ": the passes were made smaller.");
                } else if (on.device() instanceof Device.Cuda) {
                    addOnce(notices, "There was not enough memory on " + on.device() + ": the processor did the work.");
                    fallenBack = true;
                } else {
                    throw notEnough(plan, options, e);
                }
            }
        }
    }

    private static UnavailableException notEnough(Plan plan, InpaintOptions options, DeviceMemoryException cause) {
        return new UnavailableException(
                "There is not enough memory for a pass of " + megapixels(plan.largestPass())
                        + ": close other programs"
                        + (options.strategy() == Strategy.AUTO ? "." : " or use the strategy auto."),
                cause);
    }

    /** Whether there was still something to halve: not below the smallest pass that makes sense. */
    private boolean halvePasses(Plan failed) {
        long tried = Math.min(passPixels.get(), failed.pixels());
        if (tried <= PlanOptions.MIN_PASS_PIXELS) {
            return false;
        }
        passPixels.accumulateAndGet(Math.max(PlanOptions.MIN_PASS_PIXELS, tried / 2), Math::min);
        return true;
    }

    private Plan plan(Mask mask, InpaintOptions options, long budget) {
        Plan plan = CropPlanner.of(
                        options.strategy(),
                        PLANNING.withMargin(options.margin()).withMaxPassPixels(budget))
                .plan(mask);
        if (plan.largestPass() > limits.wholePixels()) {
            throw new InputException("The strategy " + options.strategy() + " would put "
                    + megapixels(plan.largestPass()) + " through the model at once, and this machine has memory for "
                    + megapixels(limits.wholePixels()) + ": use the strategy auto.");
        }
        return plan;
    }

    private static void addOnce(List<String> notices, String notice) {
        if (!notices.contains(notice)) {
            notices.add(notice);
        }
    }

    private static String megapixels(long pixels) {
        return String.format(Locale.ROOT, "%.1f megapixels", pixels / 1e6);
    }

    private synchronized InpaintModel processor() {
        if (processor == null) {
            processor = onProcessor.get();
        }
        return processor;
    }

    @Override
    public synchronized void close() {
        model.close();
        if (processor != null) {
            processor.close();
        }
    }
}
