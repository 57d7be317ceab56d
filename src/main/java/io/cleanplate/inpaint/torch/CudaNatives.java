package io.cleanplate.inpaint.torch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where PyTorch's CUDA build is: a folder that the person names, or the one that {@link CudaFetch} fills. Looks at files
 * only, so it costs nothing and loads nothing.
 *
 * @param folder the folder; null when there is none that is complete
 * @param missing a clause without a full stop that says what is missing; null when nothing is
 */
public record CudaNatives(@Nullable Path folder, @Nullable String missing) {
    /** The CUDA release that the bundled JNI library is built for, as DJL writes it. */
    static final String FLAVOR = "cu128";

    /** PyTorch's version, which the JNI library fits. */
    static final String VERSION = "2.7.1";

    private static final List<String> LIBRARIES = List.of("c10", "torch_cpu", "torch", "c10_cuda", "torch_cuda");

    /**
     * Looks in the folder named, else in the one for fetched libraries.
     *
     * @param named {@code PYTORCH_LIBRARY_PATH}; null when the person named none
     * @param cacheFolder the program's cache folder
     */
    public static CudaNatives locate(@Nullable Path named, Path cacheFolder) {
        Path folder = named != null ? named : fetched(cacheFolder);
        if (!Files.isDirectory(folder)) {
            return new CudaNatives(
                    null,
                    named != null
                            ? "PYTORCH_LIBRARY_PATH names " + named + ", which is no folder"
                            : "PyTorch's CUDA library is not there");
        }
        String absent = LIBRARIES.stream()
                .map(System::mapLibraryName)
                .filter(file -> !Files.isRegularFile(folder.resolve(file)))
                .collect(Collectors.joining(", "));
        return absent.isEmpty()
                ? new CudaNatives(folder, null)
                : new CudaNatives(null, "PyTorch's CUDA library in " + folder + " lacks " + absent);
    }

    /** DJL's cache for the fetched libraries: apart from the bundled ones, so that leftovers are known as such. */
    static Path fetchCache(Path cacheFolder) {
        return cacheFolder.resolve("cuda");
    }

    /** Where DJL puts them below that (ai.djl.pytorch.jni.LibUtils): version, flavour, system. */
    static Path fetched(Path cacheFolder) {
        return fetchCache(cacheFolder).resolve("pytorch").resolve(VERSION + "-" + FLAVOR + "-" + system());
    }

    /** This system as DJL names it, such as {@code linux-x86_64}. */
    static String system() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String arch = System.getProperty("os.arch");
        return (name.startsWith("windows") ? "win" : name.startsWith("mac") ? "osx" : "linux") + "-"
                + (arch.equals("amd64") ? "x86_64" : arch);
    }
}
