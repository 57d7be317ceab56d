package io.cleanplate.telemetry;

import io.cleanplate.imaging.Pixels;
import io.cleanplate.inpaint.InpaintOptions;
import io.cleanplate.inpaint.InpaintResult;
import io.cleanplate.inpaint.Inpainter;
import io.cleanplate.mask.Mask;
import io.cleanplate.task.TaskMonitor;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;

/** Counts and times what another inpainter does. Thread-safe as that is. */
final class MeasuredInpainter implements Inpainter {
    private final Inpainter inpainter;
    private final MeterRegistry registry;
    private final String model;

    MeasuredInpainter(Inpainter inpainter, MeterRegistry registry, String model) {
        this.inpainter = inpainter;
        this.registry = registry;
        this.model = model;
    }

    @Override
    public InpaintResult inpaint(Pixels pixels, Mask mask, InpaintOptions options, TaskMonitor monitor) {
        long start = registry.config().clock().monotonicTime();
        String outcome = "failed";
        try {
            InpaintResult result = inpainter.inpaint(pixels, mask, options, monitor);
            outcome = "done";
            record(result);
            return result;
        } catch (CancellationException e) {
            outcome = "cancelled";
            throw e;
        } finally {
            pictures(outcome).record(registry.config().clock().monotonicTime() - start, TimeUnit.NANOSECONDS);
        }
    }

    private Timer pictures(String outcome) {
        return pictures(registry, model, outcome);
    }

    private void record(InpaintResult result) {
        String device = result.device().toString();
        passes(registry, model, device).increment(result.passes().size());
        inference(registry, model, device).record(Duration.ofNanos(result.inferenceNanos()));
    }

    /** Shows a model's series from zero on, before it has done anything. */
    static void announce(MeterRegistry registry, String model, String device) {
        pictures(registry, model, "done");
        pictures(registry, model, "failed");
        passes(registry, model, device);
        inference(registry, model, device);
    }

    private static Timer pictures(MeterRegistry registry, String model, String outcome) {
        return Timer.builder("cleanplate.inpaint.pictures")
                .description("Pictures that something was removed from, start to end")
                .tag("model", model)
                .tag("result", outcome)
                .register(registry);
    }

    private static Counter passes(MeterRegistry registry, String model, String device) {
        return Counter.builder("cleanplate.inference.passes")
                .description("Crops that went through the model")
                .tags("model", model, "device", device)
                .register(registry);
    }

    private static Timer inference(MeterRegistry registry, String model, String device) {
        return Timer.builder("cleanplate.inference")
                .description("Time that a picture spent in the model")
                .tags("model", model, "device", device)
                .register(registry);
    }

    @Override
    public void close() {
        inpainter.close();
    }
}
