package io.cleanplate.inpaint.torch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CudaNativesTest {
    @TempDir
    Path folder;

    @Test
    void findsWhatWasFetched() throws IOException {
        Path fetched = fill(folder.resolve("cuda/pytorch/2.7.1-cu128-" + CudaNatives.system()), "torch_cuda");

        assertThat(CudaNatives.locate(null, folder)).isEqualTo(new CudaNatives(fetched, null));
    }

    @Test
    void findsWhatThePersonNames() throws IOException {
        Path named = fill(folder.resolve("libtorch/lib"), "torch_cuda");

        assertThat(CudaNatives.locate(named, folder)).isEqualTo(new CudaNatives(named, null));
    }

    @Test
    void namesTheFilesThatAreMissing() throws IOException {
        Path named = fill(folder.resolve("cpu"), "other");

        assertThat(CudaNatives.locate(named, folder))
                .isEqualTo(new CudaNatives(
                        null, "PyTorch's CUDA library in " + named + " lacks " + System.mapLibraryName("torch_cuda")));
    }

    @Test
    void tellsAWrongPathFromNothingFetched() {
        Path nowhere = folder.resolve("nowhere");

        assertThat(CudaNatives.locate(nowhere, folder).missing())
                .isEqualTo("PYTORCH_LIBRARY_PATH names " + nowhere + ", which is no folder");
        assertThat(CudaNatives.locate(null, folder).missing()).isEqualTo("PyTorch's CUDA library is not there");
    }

    static Path fill(Path folder, String last) throws IOException {
        Files.createDirectories(folder);
        for (String library : List.of("c10", "torch_cpu", "torch", "c10_cuda", last)) {
            Files.createFile(folder.resolve(System.mapLibraryName(library)));
        }
        return folder;
    }
}
