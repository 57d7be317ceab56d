package io.cleanplate.app;

import io.cleanplate.inpaint.Device;
import io.cleanplate.inpaint.Inpainter;
import java.util.List;

/**
 * An inpainter that is ready, and what was chosen for it.
 *
 * @param inpainter removes marks; closed with this
 * @param model the model's name
 * @param device where it runs
 * @param margin pixels of surroundings that suit the model
 * @param notices one sentence for each thing to know about the choice
 */
public record Engine(Inpainter inpainter, String model, Device device, int margin, List<String> notices)
        implements AutoCloseable {
    /** Keeps a copy of the notices. */
    public Engine {
        notices = List.copyOf(notices);
    }

    @Override
    public void close() {
        inpainter.close();
    }
}
