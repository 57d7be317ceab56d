package io.cleanplate.inpaint.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cleanplate.config.DeviceChoice;
import io.cleanplate.error.InputException;
import io.cleanplate.error.UnavailableException;
import io.cleanplate.inpaint.Device;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeviceResolverTest {
    private static final Gpus NO_CARD = Gpus.none("No NVIDIA driver was found.");
    private static final Gpus TWO_CARDS = new Gpus(
            List.of(
                    new Gpu(0, "Small", 8L << 30, 2L << 30, "570.10"),
                    new Gpu(1, "Large", 24L << 30, 20L << 30, "570.10")),
            null);
    private static final String MISSING = "PyTorch's CUDA library is not there";

    @Test
    void autoTakesTheCardWithTheMostFreeMemory() {
        assertThat(resolve(TWO_CARDS, null, "auto")).isEqualTo(new ResolvedDevice(new Device.Cuda(1), null));
    }

    @Test
    void autoTakesTheFirstOfEqualCards() {
        Gpu first = new Gpu(0, "Twin", 8, 8, "1");
        Gpu second = new Gpu(1, "Twin", 8, 8, "1");

        assertThat(resolve(new Gpus(List.of(first, second), null), null, "auto").device())
                .isEqualTo(new Device.Cuda(0));
    }

    @Test
    void autoWithoutCardSilentlyTakesTheProcessor() {
        assertThat(resolve(NO_CARD, MISSING, "auto")).isEqualTo(new ResolvedDevice(Device.CPU, null));
    }

    @Test
    void autoTellsWhyACardIsLeftUnused() {
        ResolvedDevice resolved = resolve(TWO_CARDS, MISSING, "auto");

        assertThat(resolved.device()).isEqualTo(Device.CPU);
        assertThat(resolved.notice())
                .isEqualTo("The graphics card Large is not used, since PyTorch's CUDA library is not there; get it with"
                        + " \"cleanplate doctor --fetch-cuda\", or name its folder with PYTORCH_LIBRARY_PATH.");
    }

    @Test
    void cpuIsTakenWhateverElseThereIs() {
        assertThat(resolve(TWO_CARDS, null, "cpu")).isEqualTo(new ResolvedDevice(Device.CPU, null));
    }

    @Test
    void aCertainCardIsTakenWhereItExists() {
        assertThat(resolve(TWO_CARDS, null, "cuda:0").device()).isEqualTo(new Device.Cuda(0));
    }

    @Test
    void aCardThatDoesNotExistIsRefusedWithTheNumberOfThoseThatDo() {
        assertThatThrownBy(() -> resolve(TWO_CARDS, null, "cuda:2"))
                .isInstanceOf(InputException.class)
                .hasMessage("There is no graphics card cuda:2; there are 2, counted from cuda:0.");
    }

    @Test
    void cudaWithoutDriverNamesTheDriver() {
        assertThatThrownBy(() -> resolve(NO_CARD, MISSING, "cuda"))
                .isInstanceOf(UnavailableException.class)
                .hasMessage("The device cuda cannot be used: No NVIDIA driver was found.");
    }

    @Test
    void cudaWithoutLibraryNamesTheLibraryAndHowToGetIt() {
        assertThatThrownBy(() -> resolve(TWO_CARDS, MISSING, "cuda"))
                .isInstanceOf(UnavailableException.class)
                .hasMessageStartingWith("The device cuda cannot be used, since PyTorch's CUDA library is not there;")
                .hasMessageContaining("cleanplate doctor --fetch-cuda")
                .hasMessageContaining("PYTORCH_LIBRARY_PATH");
    }

    private static ResolvedDevice resolve(Gpus gpus, @Nullable String missing, String choice) {
        return new DeviceResolver(gpus, missing).resolve(DeviceChoice.parse("--device", choice));
    }
}
