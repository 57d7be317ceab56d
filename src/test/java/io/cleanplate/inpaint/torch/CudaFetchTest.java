package io.cleanplate.inpaint.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cleanplate.error.UnavailableException;
import io.cleanplate.task.TaskMonitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Looks at the child process and at how it fails; nothing here touches the network. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the stand-ins for a failing child are Unix programs")
class CudaFetchTest {
    @TempDir
    Path folder;

    private CudaFetch fetch;
    private Path report;

    @BeforeEach
    void prepare() throws IOException {
        fetch = new CudaFetch(folder);
        Files.createDirectories(folder.resolve("cuda/pytorch"));
        report = Files.createFile(folder.resolve("report.txt"));
    }

    @Test
    void theChildIsThisProgramWithTheDownloadersMainClass() {
        assertThat(fetch.command(report).command())
                .containsExactly(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.cleanplate.inpaint.torch.FetchCudaNatives",
                        report.toString(),
                        folder.toString());
    }

    @Test
    void onlyTheChildMayGoOnlineAndItReportsNoUsage() {
        assertThat(fetch.command(report).environment())
                .containsEntry("OPT_OUT_TRACKING", "true")
                .containsEntry("PYTORCH_FLAVOR", "cu128")
                .containsEntry("ENGINE_CACHE_DIR", folder.resolve("cuda").toString())
                .doesNotContainKeys("DJL_OFFLINE", "PYTORCH_LIBRARY_PATH", "PYTORCH_VERSION");
        assertThat(fetch.command(report).command()).noneMatch(argument -> argument.contains("ai.djl.offline"));
    }

    @Test
    void aChildThatReachesNoServerSaysSoInOneSentence() {
        ProcessBuilder offline = fetch.command(report);
        offline.environment().put("DJL_OFFLINE", "true");

        assertThatThrownBy(() -> fetch.run(offline, report, TaskMonitor.NONE))
                .isInstanceOf(UnavailableException.class)
                .hasMessage(
                        "PyTorch's CUDA library could not be fetched: Offline mode is enabled; a folder with PyTorch"
                                + " 2.7.1 for CUDA 12.8 can be named with PYTORCH_LIBRARY_PATH instead.");
    }

    @Test
    void aChildThatDiesWithoutAWordIsToldToo() {
        ProcessBuilder dying = fetch.command(report).command("false");

        assertThatThrownBy(() -> fetch.run(dying, report, TaskMonitor.NONE))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("its process ended with 1, see " + folder.resolve("cuda/fetch.log"));
    }

    @Test
    void cancellingEndsTheChild() {
        ProcessBuilder slow = fetch.command(report).command("sleep", "600");
        TaskMonitor cancelled = new TaskMonitor() {
            @Override
            public boolean cancelled() {
                return true;
            }
        };

        assertThatThrownBy(() -> fetch.run(slow, report, cancelled)).isInstanceOf(CancellationException.class);
        assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive))
                .isEmpty();
    }

    @Test
    void whatIsThereIsNotFetchedAgain() throws IOException {
        Path there =
                CudaNativesTest.fill(folder.resolve("cuda/pytorch/2.7.1-cu128-" + CudaNatives.system()), "torch_cuda");

        assertThat(fetch.run(TaskMonitor.NONE)).isEqualTo(there);
    }
}
