package io.cleanplate.inpaint.device;

/** Looks for NVIDIA's graphics cards without loading the model library. */
@FunctionalInterface
public interface GpuProbe {
    /** Looks anew; may take some seconds, never throws for what is missing on the machine, and is thread-safe. */
    Gpus probe();

    /**
     * The usual search: NVML, which is there wherever the driver is; else the program {@code nvidia-smi}. Each is given
     * five seconds, since a driver in trouble can keep its caller waiting for good.
     */
    static GpuProbe usual() {
        return new FirstGpuProbe(new TimeLimitedProbe(new NvmlProbe(), TimeLimitedProbe.USUAL), new NvidiaSmiProbe());
    }
}
