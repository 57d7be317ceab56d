package io.cleanplate.inpaint;

import io.cleanplate.imaging.Pixels;
import java.util.List;

/**
 * A picture from which something was removed, and what it took.
 *
 * @param pixels the picture
 * @param passes the size of every crop that went through the model, in order; none for an empty mask
 * @param inferenceNanos time spent in the model
 * @param device where the last pass ran
 * @param notices one sentence for each thing a person should know, such as a change of device
 */
public record InpaintResult(
        Pixels pixels, List<PassSize> passes, long inferenceNanos, Device device, List<String> notices) {
    /** Keeps copies of the lists. */
    public InpaintResult {
        passes = List.copyOf(passes);
        notices = List.copyOf(notices);
    }

    /** Pixels that went through the model, padding and overlap included. */
    public long inferencePixels() {
        return passes.stream().mapToLong(PassSize::pixels).sum();
    }

    /**
     * The size that a model was given for one crop.
     *
     * @param width columns, padding included
     * @param height rows, padding included
     */
    public record PassSize(int width, int height) {
        /** Pixels. */
        public long pixels() {
            return (long) width * height;
        }
    }
}
