package io.cleanplate.cleaning.edit;

import io.cleanplate.imaging.Pixels;
import io.cleanplate.inpaint.InpaintResult;
import io.cleanplate.mask.Mask;
import io.cleanplate.task.TaskMonitor;

/** Removes what a mask covers, with the model of that name. Thread-safe. */
@FunctionalInterface
public interface Remover {
    /**
     * Blocks until the picture is done; loads the model first where that was not done yet.
     *
     * @param pixels the picture
     * @param mask what to remove, of the same size
     * @param model {@code see-through} or {@code lama}
     * @param monitor told the progress, and asked whether to stop
     * @throws io.cleanplate.error.CleanplateException when the model is not there, or memory or the device fails
     * @throws java.util.concurrent.CancellationException when the monitor wants to stop
     */
    InpaintResult remove(Pixels pixels, Mask mask, String model, TaskMonitor monitor);
}
