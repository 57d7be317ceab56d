package io.cleanplate.inpaint;

import io.cleanplate.imaging.Pixels;
import io.cleanplate.mask.Mask;
import io.cleanplate.task.TaskMonitor;

/** Removes what a mask covers. Thread-safe. */
public interface Inpainter extends AutoCloseable {
    /**
     * Blocks until the picture is done, which takes from tenths of a second to minutes.
     *
     * <p>Pixels outside the mask come back bit for bit, as does alpha. An empty mask gives the pixels back as they are.
     *
     * @param pixels the picture in stored order
     * @param mask what to remove, in the same order and of the same size
     * @param monitor is told of each pass, and asked between passes whether to stop
     * @throws io.cleanplate.error.InputException when mask and picture differ in size, or the strategy asks for passes
     *     that this machine cannot hold
     * @throws io.cleanplate.error.UnavailableException when memory runs out in spite of smaller passes
     * @throws java.util.concurrent.CancellationException when the monitor wants to stop
     */
    InpaintResult inpaint(Pixels pixels, Mask mask, InpaintOptions options, TaskMonitor monitor);

    /** Frees the model. */
    @Override
    void close();
}
