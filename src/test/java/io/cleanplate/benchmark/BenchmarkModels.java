package io.cleanplate.benchmark;

import io.cleanplate.inpaint.CropInpainter;
import io.cleanplate.inpaint.Device;
import io.cleanplate.inpaint.EngineLimits;
import io.cleanplate.inpaint.InpaintModel;
import io.cleanplate.inpaint.Inpainter;
import io.cleanplate.inpaint.model.ModelEntry;
import io.cleanplate.inpaint.model.ModelFile;
import io.cleanplate.inpaint.model.ModelSettings;
import io.cleanplate.inpaint.model.ModelStore;
import io.cleanplate.inpaint.torch.TorchModelLoader;
import io.cleanplate.inpaint.torch.TorchRuntime;
import io.cleanplate.inpaint.torch.TorchSettings;
import java.nio.file.Path;
import java.util.List;

/** The models whose files are there: the bundled one always, big-lama where {@code LAMA_MODEL_PATH} names its weights. */
final class BenchmarkModels {
    static final EngineLimits LIMITS = new EngineLimits(1024 * 1024, 16 * 1024 * 1024);

    private final ModelStore store;
    private final TorchModelLoader loader;

    BenchmarkModels(Path folder) {
        String lama = System.getenv("LAMA_MODEL_PATH");
        ModelSettings usual = ModelSettings.defaults(folder.resolve("models"));
        store = new ModelStore(
                lama == null
                        ? usual
                        : new ModelSettings(
                                Path.of(lama), usual.lamaUrl(), usual.lamaMd5(), false, usual.cacheFolder()));
        loader = new TorchModelLoader(new TorchRuntime(TorchSettings.onProcessor(folder.resolve("natives"))));
    }

    List<ModelEntry> present() {
        return store.catalog().entries().stream()
                .filter(entry -> store.state(entry.name()).isThere())
                .toList();
    }

    ModelFile file(ModelEntry entry) {
        return store.find(entry.name());
    }

    InpaintModel load(ModelEntry entry) {
        return loader.load(file(entry), Device.CPU);
    }

    /** The engine with this model. */
    Inpainter engine(ModelEntry entry) {
        InpaintModel model = load(entry);
        return new CropInpainter(model, () -> model, LIMITS);
    }
}
