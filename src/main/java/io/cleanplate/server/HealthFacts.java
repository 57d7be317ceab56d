package io.cleanplate.server;

import io.cleanplate.inpaint.device.Gpus;

/** What {@code /health} tells of this process. Thread-safe; every call answers at once and loads no model. */
public interface HealthFacts {
    /** The configured model, resolved, such as {@code lama}. */
    String model();

    /** The configured device, resolved: {@code cpu} or {@code cuda:N}. */
    String device();

    /** The graphics cards of the machine. */
    Gpus gpus();

    /** The program's version. */
    String version();
}
