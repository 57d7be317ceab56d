package io.cleanplate.inpaint.device;

import io.cleanplate.inpaint.Device;
import org.jspecify.annotations.Nullable;

/**
 * Where models will run.
 *
 * @param device the device
 * @param notice a sentence that the person should see once; null when there is nothing to say
 */
public record ResolvedDevice(Device device, @Nullable String notice) {}
