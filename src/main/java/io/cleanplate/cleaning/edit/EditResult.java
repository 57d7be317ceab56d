package io.cleanplate.cleaning.edit;

import io.cleanplate.imaging.Orientation;
import io.cleanplate.imaging.Pixels;

/**
 * A cleaned picture on its way to be saved. Immutable.
 *
 * @param upright as it is seen
 * @param orientation how the file stores it
 * @param model the name of the model that made it
 */
public record EditResult(Pixels upright, Orientation orientation, String model) {
    /** The pixels in the order in which the file stores them; turning a large picture takes tenths of a second. */
    public Pixels stored() {
        return upright.turned(orientation.inverse());
    }
}
