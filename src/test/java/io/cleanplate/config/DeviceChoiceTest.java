package io.cleanplate.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cleanplate.error.InputException;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceChoiceTest {
    @ParameterizedTest
    @ValueSource(strings = {"auto", "cpu", "cuda", "cuda:0", "cuda:12"})
    void readsWhatItShows(String text) {
        assertThat(DeviceChoice.parse("CLEANPLATE_DEVICE", text)).hasToString(text);
    }

    @Test
    void takesAnyCaseAndSurroundingSpace() {
        assertThat(DeviceChoice.parse("CLEANPLATE_DEVICE", " CUDA:1 "))
                .isEqualTo(new DeviceChoice.Cuda(OptionalInt.of(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "gpu", "cuda:", "cuda:-1", "cuda:x", "cuda:99999999999", "cpu:0"})
    void saysWhatIsAcceptedInsteadOfAnythingElse(String text) {
        assertThatThrownBy(() -> DeviceChoice.parse("CLEANPLATE_DEVICE", text))
                .isInstanceOf(InputException.class)
                .hasMessage("CLEANPLATE_DEVICE is '" + text
                        + "': accepted are auto, cpu, cuda, or a certain graphics card such as cuda:0.");
    }
}
