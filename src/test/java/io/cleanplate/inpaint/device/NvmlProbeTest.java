package io.cleanplate.inpaint.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs against a stand-in for NVIDIA's library, compiled where there is a C compiler. */
class NvmlProbeTest {
    private static final String WORKING = """
            #include <string.h>
            typedef struct { unsigned long long total, free, used; } memory;
            static int cards[2] = {0, 1};
            int nvmlInit_v2(void) { return 0; }
            int nvmlShutdown(void) { return 0; }
            int nvmlSystemGetDriverVersion(char *text, unsigned n) { strncpy(text, "570.86.15", n); return 0; }
            int nvmlDeviceGetCount_v2(unsigned *n) { *n = 2; return 0; }
            int nvmlDeviceGetHandleByIndex_v2(unsigned i, void **card) { *card = &cards[i]; return i < 2 ? 0 : 2; }
            int nvmlDeviceGetName(void *card, char *text, unsigned n) {
                strncpy(text, *(int *) card ? "NVIDIA L40S" : "NVIDIA L4", n);
                return 0;
            }
            int nvmlDeviceGetMemoryInfo(void *card, memory *m) {
                m->total = *(int *) card ? 48ULL << 30 : 24ULL << 30;
                m->free = 5ULL << 30;
                m->used = m->total - m->free;
                return 0;
            }
            """;

    @TempDir
    Path folder;

    @Test
    void readsEveryCardOfTheDriver() throws Exception {
        Gpus gpus = new NvmlProbe(compile(WORKING)).probe();

        assertThat(gpus.cards())
                .containsExactly(
                        new Gpu(0, "NVIDIA L4", 24L << 30, 5L << 30, "570.86.15"),
                        new Gpu(1, "NVIDIA L40S", 48L << 30, 5L << 30, "570.86.15"));
    }

    @Test
    void canBeAskedAgain() throws Exception {
        NvmlProbe probe = new NvmlProbe(compile(WORKING));

        assertThat(probe.probe()).isEqualTo(probe.probe());
    }

    @Test
    void tellsOfADriverThatDoesNotWork() throws Exception {
        String library = compile("int nvmlInit_v2(void) { return 9; } int nvmlShutdown(void) { return 0; }");

        assertThat(new NvmlProbe(library).probe())
                .isEqualTo(Gpus.none("The NVIDIA driver does not work: nvmlInit_v2 answered with error 9."));
    }

    @Test
    void tellsOfADriverThatIsTooOld() throws Exception {
        String library = compile("int nvmlInit_v2(void) { return 0; } int nvmlShutdown(void) { return 0; }");

        assertThat(new NvmlProbe(library).probe().whyNone()).contains("has no nvmlSystemGetDriverVersion");
    }

    @Test
    void aMissingLibraryIsNoFailure() {
        String missing = folder.resolve("libnvidia-ml.so.1").toString();

        assertThat(new NvmlProbe(missing).probe())
                .isEqualTo(Gpus.none("No NVIDIA driver was found (its library " + missing + " is missing)."));
    }

    private String compile(String source) throws IOException, InterruptedException {
        Path code = Files.writeString(folder.resolve("nvml.c"), source);
        Path library = folder.resolve("libfake-nvml.so");
        int result;
        try {
            result = new ProcessBuilder("cc", "-shared", "-fPIC", "-o", library.toString(), code.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            result = -1;
        }
        assumeThat(result).as("there is a C compiler called cc").isZero();
        return library.toString();
    }
}
