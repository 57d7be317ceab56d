package io.cleanplate.inpaint.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cleanplate.error.UnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TorchRuntimeTest {
    @TempDir
    Path folder;

    @Test
    void theLibraryIsKeptOfflineAndInItsFolder() {
        Properties properties = new Properties();

        new TorchRuntime(new TorchSettings(folder, null, 3), Map.of()).setProperties(properties);

        assertThat(properties)
                .containsEntry("ai.djl.offline", "true")
                .containsEntry("OPT_OUT_TRACKING", "true")
                .containsEntry("ENGINE_CACHE_DIR", folder.toString())
                .containsEntry("DJL_CACHE_DIR", folder.toString())
                .containsEntry("ai.djl.pytorch.num_threads", "3")
                .containsEntry("ai.djl.pytorch.graph_optimizer", "false")
                .doesNotContainKey("PYTORCH_LIBRARY_PATH");
    }

    @Test
    void aCudaBuildIsNamedWithItsFlavour() {
        Properties properties = new Properties();
        Path cuda = folder.resolve("cuda");

        new TorchRuntime(new TorchSettings(folder, cuda, 1), Map.of()).setProperties(properties);

        assertThat(properties)
                .containsEntry("PYTORCH_LIBRARY_PATH", cuda.toString())
                .containsEntry("PYTORCH_FLAVOR", "cu128");
    }

    @Test
    void anEnvironmentThatWouldGoOnlineIsRefused() {
        TorchRuntime runtime = new TorchRuntime(new TorchSettings(folder, null, 1), Map.of("DJL_OFFLINE", "false"));

        assertThatThrownBy(runtime::start)
                .isInstanceOf(UnavailableException.class)
                .hasMessage("The environment variable DJL_OFFLINE is \"false\", which would let the model library"
                        + " download by itself; unset it.");
    }

    @Test
    void aCacheThatCannotBeWrittenIsNamed() throws IOException {
        Path notAFolder = Files.writeString(folder.resolve("cache"), "a file");
        TorchRuntime runtime =
                new TorchRuntime(new TorchSettings(folder, null, 1), Map.of("ENGINE_CACHE_DIR", notAFolder.toString()));

        assertThatThrownBy(runtime::start)
                .isInstanceOf(UnavailableException.class)
                .hasMessageStartingWith("PyTorch's library cannot be unpacked to " + notAFolder);
    }
}
