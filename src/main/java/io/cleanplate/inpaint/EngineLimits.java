package io.cleanplate.inpaint;

/**
 * How much goes into one pass.
 *
 * @param passPixels most pixels of a pass or batch that the planner may choose
 * @param wholePixels most pixels of a pass that a strategy without such a choice may ask for: what fits into memory
 */
public record EngineLimits(long passPixels, long wholePixels) {
    /**
     * What a pixel of a pass costs in memory while it runs, with some to spare: big-lama's activations take 0.6 to 1 KB.
     */
    private static final long BYTES_PER_PIXEL = 1024;

    /** Larger crops go soft with LaMa and gain nothing with the bundled model. */
    private static final long PASS_PIXELS = 1024 * 1024;

    /** For a machine with this much memory, in bytes; three quarters of it may go into a pass. */
    public static EngineLimits forMemory(long bytes) {
        long fits = Math.max(256 * 256, bytes / 4 * 3 / BYTES_PER_PIXEL);
        return new EngineLimits(Math.min(PASS_PIXELS, fits), fits);
    }
}
