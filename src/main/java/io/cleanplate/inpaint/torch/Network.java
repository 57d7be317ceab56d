package io.cleanplate.inpaint.torch;

import io.cleanplate.inpaint.Batch;
import io.cleanplate.inpaint.Device;

/** A network in memory: planes of floats in, planes of floats out. Thread-safe until it is closed. */
interface Network extends AutoCloseable {
    /**
     * One forward pass on the calling thread.
     *
     * @return what {@link io.cleanplate.inpaint.InpaintModel#run} promises
     * @throws ai.djl.engine.EngineException when PyTorch fails, out of memory included
     * @throws SignatureException when the network's answer is no picture of the batch's size
     */
    float[] forward(Batch batch);

    /** Where it runs. */
    Device device();

    /** Gives memory back that the device keeps for later passes. */
    void freeMemory();

    /** Frees the network; no pass may be under way. */
    @Override
    void close();
}
