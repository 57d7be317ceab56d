package io.cleanplate.app;

import io.cleanplate.config.DeviceChoice;
import io.cleanplate.config.Settings;
import io.cleanplate.inpaint.CropInpainter;
import io.cleanplate.inpaint.Device;
import io.cleanplate.inpaint.EngineLimits;
import io.cleanplate.inpaint.InpaintModel;
import io.cleanplate.inpaint.ModelLoader;
import io.cleanplate.inpaint.device.DeviceResolver;
import io.cleanplate.inpaint.device.GpuProbe;
import io.cleanplate.inpaint.device.ResolvedDevice;
import io.cleanplate.inpaint.model.ModelEntry;
import io.cleanplate.inpaint.model.ModelFile;
import io.cleanplate.inpaint.model.ModelSettings;
import io.cleanplate.inpaint.model.ModelStore;
import io.cleanplate.inpaint.torch.CudaFetch;
import io.cleanplate.inpaint.torch.CudaNatives;
import io.cleanplate.inpaint.torch.TorchModelLoader;
import io.cleanplate.inpaint.torch.TorchRuntime;
import io.cleanplate.inpaint.torch.TorchSettings;
import io.cleanplate.task.TaskMonitor;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Every service of the program, built here by constructor. Building one costs nothing; models and their library are loaded
 * when an engine is opened.
 */
public final class Application {
    private final Settings settings;
    private final InstantSource clock;
    private final GpuProbe gpus;
    private final ModelStore models;
    private final Path libraries;

    /** With what the environment says. */
    public Application(Settings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        this.gpus = GpuProbe.usual();
        this.libraries = settings.dataFolder().resolve("natives");
        this.models = new ModelStore(modelSettings(settings));
    }

    /** What the environment says. */
    public Settings settings() {
        return settings;
    }

    /** The time. */
    public InstantSource clock() {
        return clock;
    }

    /** The models and their files. */
    public ModelStore models() {
        return models;
    }

    /** What looks over the machine. */
    public Doctor doctor() {
        return new Doctor(settings, models, gpus, libraries);
    }

    /**
     * Downloads PyTorch's CUDA libraries; only after the person agreed.
     *
     * @return the folder that holds them
     */
    public Path fetchCuda(TaskMonitor monitor) {
        return new CudaFetch(libraries).run(monitor);
    }

    /**
     * Chooses device and model, loads them, and stands the engine on them. To be called once: PyTorch's library is loaded
     * once in a process, for the device first chosen.
     *
     * @param model {@code auto} or a model's name
     * @throws io.cleanplate.error.CleanplateException when the model's file, the device or the library is not to be had
     */
    public Engine openEngine(String model, DeviceChoice choice) {
        CudaNatives cuda = CudaNatives.locate(settings.torchFolder(), libraries);
        ResolvedDevice resolved = new DeviceResolver(gpus.probe(), cuda.missing()).resolve(choice);
        Device device = resolved.device();
        ModelEntry entry = models.choose(model, device instanceof Device.Cuda);
        ModelFile file = models.find(entry.name());
        ModelLoader loader = new TorchModelLoader(new TorchRuntime(torchSettings(device, cuda)));
        List<String> notices = new ArrayList<>();
        if (resolved.notice() != null) {
            notices.add(resolved.notice());
        }
        InpaintModel loaded = loader.load(file, device);
        return new Engine(
                new CropInpainter(loaded, () -> loader.load(file, Device.CPU), limits()),
                entry.name(),
                device,
                entry.contextMargin(),
                notices);
    }

    private TorchSettings torchSettings(Device device, CudaNatives cuda) {
        TorchSettings onProcessor = TorchSettings.onProcessor(libraries);
        return device instanceof Device.Cuda
                ? new TorchSettings(libraries, cuda.folder(), onProcessor.threads())
                : onProcessor;
    }

    private static EngineLimits limits() {
        return EngineLimits.forMemory(Machine.memoryBytes());
    }

    private static ModelSettings modelSettings(Settings settings) {
        Settings.LamaSettings lama = settings.lama();
        Path cache = settings.dataFolder().resolve("models");
        ModelSettings usual = ModelSettings.defaults(cache);
        URI url = Objects.requireNonNullElse(lama.url(), usual.lamaUrl());
        String md5 = Objects.requireNonNullElse(lama.md5(), usual.lamaMd5());
        return new ModelSettings(lama.path(), url, md5, lama.md5() != null, cache);
    }
}
