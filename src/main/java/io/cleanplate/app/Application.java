package io.cleanplate.app;

import io.cleanplate.config.DeviceChoice;
import io.cleanplate.config.ServerSettings;
import io.cleanplate.config.Settings;
import io.cleanplate.error.CleanplateException;
import io.cleanplate.inpaint.Device;
import io.cleanplate.inpaint.device.GpuProbe;
import io.cleanplate.inpaint.device.Gpus;
import io.cleanplate.inpaint.model.ModelSettings;
import io.cleanplate.inpaint.model.ModelStore;
import io.cleanplate.inpaint.torch.CudaFetch;
import io.cleanplate.inpaint.torch.TorchModelLoader;
import io.cleanplate.inpaint.torch.TorchRuntime;
import io.cleanplate.newsroom.embedded.EmbeddedNewsroom;
import io.cleanplate.task.TaskMonitor;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every service of the program, built here by constructor. Building one costs nothing; models and their library are loaded
 * when an engine is opened.
 */
public final class Application {
    private static final Logger LOG = LoggerFactory.getLogger(Application.class);

    private final Choices choices;
    private final Settings settings;
    private final Clock clock;
    private final GpuProbe gpus;
    private final ModelStore models;
    private final EngineOpener opener;

    /** With what a person chose. */
    public Application(Choices choices, Clock clock) {
        this.choices = choices;
        this.settings = choices.settings();
        this.clock = clock;
        this.gpus = GpuProbe.usual();
        this.models = new ModelStore(modelSettings(settings));
        this.opener = new EngineOpener(settings, models, gpus, torch -> new TorchModelLoader(new TorchRuntime(torch)));
    }

    /** What the environment says. */
    public Settings settings() {
        return settings;
    }

    /** What the environment says of the server. */
    public ServerSettings serverSettings() {
        return choices.server();
    }

    /** What a person chose. */
    Choices choices() {
        return choices;
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
        return new NewsroomAccess(
                NewsroomPlace.ownOrShared(choices.server().mongoUrl(), settings.dataFolder(), clock), clock);
    }

    /**
     * Throws the embedded newsroom away; the next to open it fills it anew.
     *
     * @throws io.cleanplate.error.InputException when a program runs on it
     */
    public void resetDemo() {
        EmbeddedNewsroom.erase(NewsroomPlace.folder(settings.dataFolder()));
    }

    /**
     * Starts everything that runs without a window. No model is loaded: what health tells of model and device is what is
     * configured and there.
     *
     * @param version of the program
     */
    public Server startServer(ServerSettings chosen, String version) {
        return new Server(chosen, settings.dataFolder(), facts(version), clock);
    }

    /**
     * Starts what stands under the desktop's windows. No model is loaded yet.
     *
     * @param version of the program
     */
    public Workstation startWorkstation(ServerSettings chosen, String version) {
        return new Workstation(this, opener, chosen, facts(version));
    }

    private Server.Facts facts(String version) {
        Gpus found = gpus.probe();
        Device device = deviceOrProcessor(found);
        String model =
                models.choose(settings.model(), device instanceof Device.Cuda).name();
        return new Server.Facts(model, device.toString(), found, version);
    }

    /** Health is told also where no picture is cleaned: a graphics card that is lacking is no reason not to start. */
    private Device deviceOrProcessor(Gpus found) {
        try {
            return opener.resolve(settings.device(), found).device();
        } catch (CleanplateException e) {
            LOG.warn("{}", e.getMessage());
            return Device.CPU;
        }
    }

    /** What looks over the machine. */
    public Doctor doctor() {
        return new Doctor(settings, models, gpus, EngineOpener.libraries(settings));
    }

    /**
     * Downloads PyTorch's CUDA libraries; only after the person agreed.
     *
     * @return the folder that holds them
     */
    public Path fetchCuda(TaskMonitor monitor) {
        return new CudaFetch(EngineOpener.libraries(settings)).run(monitor);
    }

    /**
     * Chooses device and model, loads them, and stands the engine on them. PyTorch's library is loaded once in a process, for
     * the device first chosen.
     *
     * @param model {@code auto} or a model's name
     * @throws io.cleanplate.error.CleanplateException when the model's file, the device or the library is not to be had
     */
    public Engine openEngine(String model, DeviceChoice choice) {
        return opener.open(model, opener.resolve(choice));
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
