package io.cleanplate.inpaint;

/** A model that is loaded and ready. Thread-safe: callers share it, and passes beyond its workers wait in a bounded queue. */
public interface InpaintModel extends AutoCloseable {
    /**
     * Hands one forward pass over; blocks only while the queue is full.
     *
     * @throws java.util.concurrent.CancellationException when the thread is interrupted or the model closed meanwhile
     */
    Pending begin(Batch batch);

    /** One forward pass: {@link #begin} and {@link Pending#await} in one. */
    default float[] run(Batch batch) {
        return begin(batch).await();
    }

    /** A pass that was handed over; belongs to the thread that did so. */
    interface Pending {
        /**
         * Blocks until the pass is done.
         *
         * @return {@code count * 3 * height * width} values in [0,1], laid out as {@link Batch#images()}; where the mask is
         *     0 the values that went in
         * @throws DeviceMemoryException when the device has no memory left for a pass of this size
         * @throws java.util.concurrent.CancellationException when the thread is interrupted or the model closed meanwhile
         */
        float[] await();

        /** Nanoseconds that the pass took without the time in the queue; to be asked when it is done. */
        long nanos();
    }

    /** The most crops that {@link #run} takes at once, at least 1; found out when the model was loaded. */
    int maxBatch();

    /** Where it runs. */
    Device device();

    /** Gives memory back that the device keeps for later passes. */
    void freeMemory();

    /** Ends the workers and frees the model; passes that wait are cancelled. */
    @Override
    void close();
}
