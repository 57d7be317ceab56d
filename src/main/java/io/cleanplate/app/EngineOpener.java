package io.cleanplate.app;

import io.cleanplate.config.DeviceChoice;
import io.cleanplate.config.Settings;
import io.cleanplate.error.UnavailableException;
import io.cleanplate.inpaint.CropInpainter;
import io.cleanplate.inpaint.Device;
import io.cleanplate.inpaint.DeviceMemoryException;
import io.cleanplate.inpaint.EngineLimits;
import io.cleanplate.inpaint.InpaintModel;
import io.cleanplate.inpaint.ModelLoader;
import io.cleanplate.inpaint.device.DeviceResolver;
import io.cleanplate.inpaint.device.Gpu;
import io.cleanplate.inpaint.device.GpuProbe;
import io.cleanplate.inpaint.device.Gpus;
import io.cleanplate.inpaint.device.ResolvedDevice;
import io.cleanplate.inpaint.model.ModelEntry;
import io.cleanplate.inpaint.model.ModelFile;
import io.cleanplate.inpaint.model.ModelStore;
import io.cleanplate.inpaint.torch.CudaNatives;
import io.cleanplate.inpaint.torch.TorchSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Turns models into engines on this machine. PyTorch's library is loaded with the first of them, for the device of that one,
 * and stays as long as the process: one opener for the program. Thread-safe.
 */
final class EngineOpener {
    private final Settings settings;
    private final ModelStore models;
    private final GpuProbe gpus;
    private final Function<TorchSettings, ModelLoader> torch;
    private @Nullable Running running;

    private record Running(ModelLoader loader, Device device) {}

    /**
     * Opens nothing yet.
     *
     * @param torch makes what loads models; asked once
     */
    EngineOpener(Settings settings, ModelStore models, GpuProbe gpus, Function<TorchSettings, ModelLoader> torch) {
        this.settings = settings;
        this.models = models;
        this.gpus = gpus;
        this.torch = torch;
    }

    /** Where the program's native libraries lie. */
    static Path libraries(Settings settings) {
        return settings.dataFolder().resolve("natives");
    }

    /**
     * What a choice comes to on this machine, whose graphics cards are looked for.
     *
     * @throws io.cleanplate.error.CleanplateException when the device asked for is not to be had
     */
    ResolvedDevice resolve(DeviceChoice choice) {
        return resolve(choice, gpus.probe());
    }

    ResolvedDevice resolve(DeviceChoice choice, Gpus found) {
        return new DeviceResolver(found, cuda().missing()).resolve(choice);
    }

    /** The graphics cards of this machine. */
    List<Gpu> cards() {
        return gpus.probe().cards();
    }

    /** Whether PyTorch was loaded, and with it the device is settled. */
    synchronized boolean started() {
        return running != null;
    }

    /**
     * Loads a model; takes up to some seconds.
     *
     * @param model {@code auto} or a model's name
     * @throws io.cleanplate.error.CleanplateException when the model's file, the device or the library is not to be had, or
     *     this process's models run on another device
     */
    Engine open(String model, ResolvedDevice on) {
        Device device = on.device();
        ModelEntry entry = models.choose(model, device instanceof Device.Cuda);
        ModelFile file = models.find(entry.name());
        ModelLoader loader = loader(device);
        InpaintModel loaded = load(loader, file, device);
        return new Engine(
                new CropInpainter(
                        loaded, () -> load(loader, file, Device.CPU), EngineLimits.forMemory(Machine.memoryBytes())),
                entry.name(),
                device,
                entry.contextMargin(),
                on.notice() == null ? List.of() : List.of(on.notice()));
    }

    private static InpaintModel load(ModelLoader loader, ModelFile file, Device device) {
        try {
            return loader.load(file, device);
        } catch (DeviceMemoryException e) {
            throw new UnavailableException(
                    "There is not enough memory on " + device + " for the model " + file.name()
                            + ": close other programs.",
                    e);
        }
    }

    private synchronized ModelLoader loader(Device device) {
        if (running == null) {
            running = new Running(torch.apply(torchSettings(device)), device);
        }
        if (!running.device().equals(device)) {
            throw new UnavailableException("Models of this process run on " + running.device()
                    + ": to have them run on " + device + ", end Cleanplate and start it anew.");
        }
        return running.loader();
    }

    private TorchSettings torchSettings(Device device) {
        Path libraries = libraries(settings);
        TorchSettings onProcessor = TorchSettings.onProcessor(libraries);
        return device instanceof Device.Cuda
                ? new TorchSettings(libraries, cuda().folder(), onProcessor.threads())
                : onProcessor;
    }

    private CudaNatives cuda() {
        return CudaNatives.locate(settings.torchFolder(), libraries(settings));
    }
}
