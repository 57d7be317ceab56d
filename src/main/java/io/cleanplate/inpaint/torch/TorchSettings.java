package io.cleanplate.inpaint.torch;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How PyTorch is started; it can be started only once in a process.
 *
 * @param cacheFolder where its native libraries are unpacked to (about 430 MB), unless the environment's {@code
 *     ENGINE_CACHE_DIR} says otherwise; made when needed
 * @param cudaNatives a folder with PyTorch's CUDA build, used instead of the bundled one; null for the bundled CPU build
 * @param threads threads for the arithmetic of one pass, at least 1
 */
public record TorchSettings(Path cacheFolder, @Nullable Path cudaNatives, int threads) {
    /** The bundled CPU build on every core. */
    public static TorchSettings onProcessor(Path cacheFolder) {
        return new TorchSettings(cacheFolder, null, Runtime.getRuntime().availableProcessors());
    }
}
