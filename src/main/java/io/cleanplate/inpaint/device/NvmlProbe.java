package io.cleanplate.inpaint.device;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Asks NVML, the driver's own management library, in this process through the foreign-function interface. */
public final class NvmlProbe implements GpuProbe {
    private final String library;

    /** Uses the library of the installed driver. */
    public NvmlProbe() {
        this(
                System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows")
                        ? "nvml.dll"
                        : "libnvidia-ml.so.1");
    }

    /** Uses this library: a path, or a name that the system's loader looks up. */
    public NvmlProbe(String library) {
        this.library = library;
    }

    @Override
    public Gpus probe() {
        try (NvmlLibrary nvml = new NvmlLibrary(library)) {
            String driver = nvml.driverVersion();
            List<Gpu> cards = new ArrayList<>();
            int count = nvml.deviceCount();
            for (int index = 0; index < count; index++) {
                cards.add(nvml.device(index, driver));
            }
            return Gpus.of(cards, "The NVIDIA driver " + driver + " sees no graphics card.");
        } catch (NvmlException e) {
            return Gpus.none(e.getMessage());
        }
    }
}
