package io.cleanplate.inpaint.torch;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import io.cleanplate.error.UnavailableException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Properties;

/**
 * PyTorch's native library in this process, started on first use and kept offline. DJL takes its options from system
 * properties when its classes load, so nothing else may touch DJL before {@link #start}. One for the program;
 * thread-safe.
 */
public final class TorchRuntime {
    /** What DJL calls its PyTorch engine. */
    static final String ENGINE = "PyTorch";

    private static final String CACHE_VARIABLE = "ENGINE_CACHE_DIR";

    private final TorchSettings settings;
    private final Map<String, String> environment;
    private boolean started;

    /** With these settings, in this process's environment. */
    public TorchRuntime(TorchSettings settings) {
        this(settings, System.getenv());
    }

    TorchRuntime(TorchSettings settings, Map<String, String> environment) {
        this.settings = settings;
        this.environment = Map.copyOf(environment);
    }

    /**
     * Loads the library where that has not happened yet: half a second, or some seconds when it is unpacked first.
     *
     * @throws UnavailableException when it cannot be unpacked or loaded; says what is missing
     */
    public synchronized void start() {
        if (started) {
            return;
        }
        refuseOnlineMode();
        load();
        started = true;
    }

    /** Sets what DJL reads: never online, no usage reports, where to unpack, which build, how many threads. */
    void setProperties(Properties properties) {
        properties.setProperty("ai.djl.offline", "true");
        properties.setProperty("OPT_OUT_TRACKING", "true");
        properties.setProperty(CACHE_VARIABLE, settings.cacheFolder().toString());
        properties.setProperty("DJL_CACHE_DIR", settings.cacheFolder().toString());
        properties.setProperty("ai.djl.pytorch.num_threads", Integer.toString(settings.threads()));
        // See TorchNetwork: each thread that runs passes says so itself; this keeps DJL's warning about it quiet.
        properties.setProperty("ai.djl.pytorch.graph_optimizer", "false");
        Path cuda = settings.cudaNatives();
        if (cuda != null) {
            properties.setProperty("PYTORCH_LIBRARY_PATH", cuda.toString());
            properties.setProperty("PYTORCH_FLAVOR", CudaNatives.FLAVOR);
        }
    }

    /** DJL lets this variable overrule the system property. */
    private void refuseOnlineMode() {
        String offline = environment.get("DJL_OFFLINE");
        if (offline != null && !offline.equalsIgnoreCase("true")) {
            throw new UnavailableException("The environment variable DJL_OFFLINE is \"" + offline
                    + "\", which would let the model library download by itself; unset it.");
        }
    }

    private void load() {
        Path cache = cacheFolder();
        try {
            Files.createDirectories(cache);
            // Two programs that start at once on a fresh cache: DJL looks whether the libraries are there and, if not,
            // clears their place; between the two, the other's finished copy could be deleted under it.
            try (FileChannel channel = FileChannel.open(
                            cache.resolve("unpacking.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var lock = channel.lock()) {
                if (!lock.isValid()) {
                    throw new IOException("the lock was lost");
                }
                setProperties(System.getProperties());
                Engine.getEngine(ENGINE);
            }
        } catch (IOException e) {
            throw new UnavailableException(
                    "PyTorch's library cannot be unpacked to " + cache + "; the folder must be writable ("
                            + e.getMessage() + ").",
                    e);
        } catch (EngineException | LinkageError e) {
            throw new UnavailableException(
                    "PyTorch's library cannot be loaded from " + origin(cache) + ": " + FailureText.deepest(e) + ".",
                    e);
        }
    }

    private Path cacheFolder() {
        String overruled = environment.get(CACHE_VARIABLE);
        return overruled == null || overruled.isEmpty() ? settings.cacheFolder() : Path.of(overruled);
    }

    private Path origin(Path cache) {
        Path cuda = settings.cudaNatives();
        return cuda != null ? cuda : cache;
    }
}
