package io.cleanplate.inpaint;

import io.cleanplate.inpaint.model.ModelFile;

/** Turns a model's file into a model that runs. */
public interface ModelLoader {
    /**
     * Loads a checked model file onto a device; takes up to some seconds.
     *
     * @throws io.cleanplate.error.InputException when the file is no model of this kind
     * @throws io.cleanplate.error.UnavailableException when the device or the library cannot be had
     * @throws DeviceMemoryException when the model does not fit on the device
     */
    InpaintModel load(ModelFile file, Device device);
}
