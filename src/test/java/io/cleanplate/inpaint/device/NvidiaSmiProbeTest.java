package io.cleanplate.inpaint.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.condition.OS.WINDOWS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = WINDOWS, disabledReason = "the stand-in for nvidia-smi is a shell script")
class NvidiaSmiProbeTest {
    @TempDir
    Path folder;

    @Test
    void readsOneCardALine() throws IOException {
        Gpus gpus = probe("""
                echo "0, NVIDIA L4, 23034, 22500, 570.86.15"
                echo "1, NVIDIA GB10, [N/A], [N/A], 570.86.15"
                """, Duration.ofSeconds(30));

        assertThat(gpus.cards())
                .containsExactly(
                        new Gpu(0, "NVIDIA L4", 23034L << 20, 22500L << 20, "570.86.15"),
                        new Gpu(1, "NVIDIA GB10", 0, 0, "570.86.15"));
    }

    @Test
    void asksForWhatItReads() throws IOException {
        Gpus gpus = probe("echo \"7, $1 $2, 1, 1, 1\" | sed 's/,\\([a-z]\\)/;\\1/g'", Duration.ofSeconds(30));

        assertThat(gpus.cards().getFirst().name())
                .isEqualTo("--query-gpu=index;name;memory.total;memory.free;driver_version"
                        + " --format=csv;noheader;nounits");
    }

    @Test
    void passesOnWhatTheProgramComplainsOf() throws IOException {
        assertThat(probe("echo 'NVIDIA-SMI has failed'; exit 9", Duration.ofSeconds(30))
                        .whyNone())
                .isEqualTo(folder.resolve("nvidia-smi") + " failed: NVIDIA-SMI has failed.");
    }

    @Test
    void doesNotTrustAnAnswerOfAnotherShape() throws IOException {
        assertThat(probe("echo hello", Duration.ofSeconds(30)).whyNone()).endsWith("could not be read: hello.");
    }

    @Test
    void doesNotWaitForAProgramThatHangs() throws IOException {
        assertThat(probe("sleep 600", Duration.ofMillis(20)).whyNone()).contains("did not answer within");
    }

    @Test
    void aMissingProgramIsNoFailure() {
        Path missing = folder.resolve("nothing");

        assertThat(new NvidiaSmiProbe(missing.toString(), Duration.ofSeconds(30)).probe())
                .isEqualTo(Gpus.none("The program " + missing + " was not found."));
    }

    private Gpus probe(String script, Duration limit) throws IOException {
        Path program = folder.resolve("nvidia-smi");
        Files.writeString(program, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return new NvidiaSmiProbe(program.toString(), limit).probe();
    }
}
