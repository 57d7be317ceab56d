package io.cleanplate.app;

import io.cleanplate.config.Settings;
import io.cleanplate.error.UnavailableException;
import io.cleanplate.inpaint.device.Gpu;
import io.cleanplate.inpaint.device.GpuProbe;
import io.cleanplate.inpaint.device.Gpus;
import io.cleanplate.inpaint.model.ModelEntry;
import io.cleanplate.inpaint.model.ModelState;
import io.cleanplate.inpaint.model.ModelState.Check;
import io.cleanplate.inpaint.model.ModelStore;
import io.cleanplate.inpaint.torch.CudaNatives;
import io.cleanplate.inpaint.torch.TorchRuntime;
import io.cleanplate.inpaint.torch.TorchSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Looks over a machine: what is there, and what is missing for what. */
public final class Doctor {
    private final Settings settings;
    private final ModelStore models;
    private final GpuProbe gpus;
    private final Path libraries;

    Doctor(Settings settings, ModelStore models, GpuProbe gpus, Path libraries) {
        this.settings = settings;
        this.models = models;
        this.gpus = gpus;
        this.libraries = libraries;
    }

    /** Everything in turn; takes some seconds, since it loads the model library. */
    public List<Finding> examine() {
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.good("Java", Runtime.version() + " at " + System.getProperty("java.home")));
        findings.add(Finding.good(
                "system",
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch") + ", "
                        + Runtime.getRuntime().availableProcessors() + " processors"));
        findings.add(Finding.good(
                "memory",
                gigabytes(Machine.memoryBytes()) + ", of which Java may take "
                        + gigabytes(Runtime.getRuntime().maxMemory()) + " for pictures"));
        findings.add(dataFolder());
        findings.add(library());
        models.catalog().entries().forEach(entry -> findings.add(model(entry)));
        findings.addAll(graphicsCards());
        findings.addAll(Display.ofProcess().examine());
        return findings;
    }

    private Finding dataFolder() {
        Path folder = settings.dataFolder();
        try {
            Files.createDirectories(folder);
            Path trial = Files.createTempFile(folder, ".doctor", ".tmp");
            Files.delete(trial);
            long free = Files.getFileStore(folder).getUsableSpace();
            return Finding.good("data folder", folder + ", " + gigabytes(free) + " free");
        } catch (IOException e) {
            return Finding.broken(
                    "data folder",
                    folder + " cannot be written (" + e.getMessage() + "): set CLEANPLATE_DATA_DIR to one that can.");
        }
    }

    private Finding library() {
        try {
            new TorchRuntime(TorchSettings.onProcessor(libraries)).start();
            return Finding.good("PyTorch", "its library for the processor loads, unpacked below " + libraries);
        } catch (UnavailableException e) {
            return Finding.broken("PyTorch", e.getMessage());
        }
    }

    private Finding model(ModelEntry entry) {
        ModelState state = models.verify(entry.name());
        String subject = entry.name();
        String size = entry.approximateMegabytes() + " MB";
        if (!state.isThere()) {
            return Finding.missing(
                    subject,
                    "for opaque marks and large holes: \"cleanplate model fetch " + entry.name() + "\" downloads "
                            + size + ", or LAMA_MODEL_PATH names the file");
        }
        if (state.check() == Check.WRONG) {
            return Finding.broken(
                    subject,
                    state.path() + " is damaged: \"cleanplate model fetch " + entry.name() + "\" gets it anew");
        }
        return Finding.good(
                subject,
                size + ", "
                        + switch (state.place()) {
                            case BUNDLED -> "bundled";
                            case CACHED, FILE, MISSING -> String.valueOf(state.path());
                        }
                        + (state.check() == Check.RIGHT ? ", checksum right" : ", not checked"));
    }

    private List<Finding> graphicsCards() {
        Gpus found = gpus.probe();
        if (found.cards().isEmpty()) {
            return List.of(Finding.missing("GPU", "pictures are cleaned on the processor: " + found.whyNone()));
        }
        List<Finding> findings = new ArrayList<>();
        for (Gpu gpu : found.cards()) {
            findings.add(Finding.good(
                    "GPU",
                    "cuda:" + gpu.index() + " " + gpu.name() + ", " + gigabytes(gpu.freeMemoryBytes()) + " free of "
                            + gigabytes(gpu.totalMemoryBytes()) + ", driver " + gpu.driver()));
        }
        CudaNatives cuda = CudaNatives.locate(settings.torchFolder(), libraries);
        findings.add(
                cuda.missing() == null
                        ? Finding.good("CUDA", "PyTorch's libraries at " + cuda.folder())
                        : Finding.missing(
                                "CUDA",
                                "the graphics card is not used: " + cuda.missing()
                                        + "; \"cleanplate doctor --fetch-cuda\" gets it"));
        return findings;
    }

    private static String gigabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
    }
}
