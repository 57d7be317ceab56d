package io.cleanplate.app;

import io.cleanplate.config.DeviceChoice;
import io.cleanplate.config.ServerSettings;
import io.cleanplate.config.Settings;
import io.cleanplate.error.CleanplateException;
import io.cleanplate.inpaint.CropInpainter;
import io.cleanplate.inpaint.Device;
import io.cleanplate.inpaint.EngineLimits;
import io.cleanplate.inpaint.InpaintModel;
import io.cleanplate.inpaint.ModelLoader;
import io.cleanplate.inpaint.device.DeviceResolver;
import io.cleanplate.inpaint.device.GpuProbe;
import io.cleanplate.inpaint.device.Gpus;
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
import io.cleanplate.newsroom.embedded.EmbeddedNewsroom;
import io.cleanplate.task.TaskMonitor;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every service of the program, built here by constructor. Building one costs nothing; models and their library are loaded
 * when an engine is opened.
 */
public final class Application {
    private static final Logger LOG = LoggerFactory.getLogger(Application.class);

    private final Settings settings;
    private final ServerSettings serverSettings;
    private final Clock clock;
    private final GpuProbe gpus;
    private final ModelStore models;
    private final Path libraries;

    /** With what the environment says. */
    public Application(Settings settings, ServerSettings serverSettings, Clock clock) {
        this.settings = settings;
        this.serverSettings = serverSettings;
        this.clock = clock;
        this.gpus = GpuProbe.usual();
        this.libraries = settings.dataFolder().resolve("natives");
        this.models = new ModelStore(modelSettings(settings));
    }

    /** What the environment says. */
    public Settings settings() {
        return settings;
    }

    /** What the environment says of the server. */
    public ServerSettings serverSettings() {
        return serverSettings;
    }

    /** The time. */
    public Clock clock() {
        return clock;
    }

    /** The models and their files. */
    public ModelStore models() {
        return models;
    }

    /** Opens the newsroom for one command. */
    public NewsroomAccess openNewsroom() {
        return NewsroomAccess.open(serverSettings.mongoUrl(), settings.dataFolder(), clock);
    }

    /**
     * Throws the embedded newsroom away; the next to open it fills it anew.
     *
     * @throws io.cleanplate.error.InputException when a program runs on it
     */
    public void resetDemo() {
        EmbeddedNewsroom.erase(NewsroomAccess.folder(settings.dataFolder()));
    }

    /**
     * Starts everything that runs without a window. No model is loaded: what health tells of model and device is what is
     * configured and there.
     *
     * @param version of the program
     */
    public Server startServer(ServerSettings chosen, String version) {
        Gpus found = gpus.probe();
        Device device = deviceOrProcessor(found);
        String model =
                models.choose(settings.model(), device instanceof Device.Cuda).name();
        Server.Facts facts = new Server.Facts(model, device.toString(), found, version);
        return new Server(chosen, settings.dataFolder(), facts, clock);
    }

    /** A server cleans no pictures: a graphics card that it lacks is told, and no reason not to start. */
    private Device deviceOrProcessor(Gpus found) {
        try {
            return resolver(found).resolve(settings.device()).device();
        } catch (CleanplateException e) {
            LOG.warn("{}", e.getMessage());
            return Device.CPU;
        }
    }

    private DeviceResolver resolver(Gpus found) {
        return new DeviceResolver(
                found, CudaNatives.locate(settings.torchFolder(), libraries).missing());
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
        ResolvedDevice resolved = resolver(gpus.probe()).resolve(choice);
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
