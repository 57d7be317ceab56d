package io.cleanplate.inpaint.torch;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import io.cleanplate.task.Threads;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import org.jspecify.annotations.Nullable;

/**
 * The main class of a child process in which DJL downloads PyTorch's CUDA build; started by {@link CudaFetch} alone, so
 * that the program itself stays offline. What DJL needs to know is in the environment. Exits with 0 when the libraries
 * are complete; else with 1, one clause of explanation left in the report file.
 */
public final class FetchCudaNatives {
    private FetchCudaNatives() {}

    /**
     * Downloads.
     *
     * @param arguments the report file and the program's cache folder
     * @throws IOException when the report cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        Path report = Path.of(arguments[0]);
        Path cacheFolder = Path.of(arguments[1]);
        endWithParent();
        Thread.currentThread().setContextClassLoader(new WithoutBundledNatives());

        String failure = download();
        String missing = CudaNatives.locate(null, cacheFolder).missing();
        // A machine may hold the libraries and yet fail to load them, such as one without a driver: not our business.
        if (missing != null) {
            Files.writeString(report, failure == null ? missing : failure);
        }
        System.exit(missing == null ? 0 : 1);
    }

    private static @Nullable String download() {
        try {
            Engine.getEngine(TorchRuntime.ENGINE);
            return null;
        } catch (EngineException | LinkageError e) {
            return FailureText.deepest(e);
        }
    }

    private static void endWithParent() {
        Threads.named("parent-watch")
                .newThread(() -> {
                    ProcessHandle.current()
                            .parent()
                            .ifPresent(parent -> parent.onExit().join());
                    Runtime.getRuntime().halt(1);
                })
                .start();
    }

    /** DJL prefers libraries on the class path to any download: it must not find the bundled CPU build's description. */
    private static final class WithoutBundledNatives extends ClassLoader {
        private static final String DESCRIPTION = "native/lib/pytorch.properties";

        WithoutBundledNatives() {
            super(FetchCudaNatives.class.getClassLoader());
        }

        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
            return name.equals(DESCRIPTION) ? Collections.emptyEnumeration() : super.getResources(name);
        }
    }
}
