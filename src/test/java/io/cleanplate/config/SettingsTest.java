package io.cleanplate.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cleanplate.error.InputException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    private static final Path HOME = Path.of("/home/ada");

    @Test
    void anEmptyEnvironmentGivesTheDefaults() {
        Settings settings = read(Map.of());

        assertThat(settings.model()).isEqualTo("auto");
        assertThat(settings.device()).isEqualTo(DeviceChoice.AUTO);
        assertThat(settings.lama()).isEqualTo(new Settings.LamaSettings(null, null, null));
        assertThat(settings.torchFolder()).isNull();
        assertThat(settings.dataFolder()).isEqualTo(Path.of("/home/ada/.local/share/cleanplate"));
    }

    @ParameterizedTest
    @CsvSource({
        "Linux, /home/ada/.local/share/cleanplate",
        "Mac OS X, /home/ada/Library/Application Support/Cleanplate",
        "Windows 11, /home/ada/AppData/Local/Cleanplate"
    })
    void eachSystemHasItsFolderForData(String os, String folder) {
        assertThat(Settings.read(Map.of(), os, HOME).dataFolder()).isEqualTo(Path.of(folder));
    }

    @Test
    void whatLinuxIsToldOfItsDataFoldersCounts() {
        assertThat(read(Map.of("XDG_DATA_HOME", "/srv/data")).dataFolder()).isEqualTo(Path.of("/srv/data/cleanplate"));
    }

    @Test
    void theEnvironmentWins() {
        Settings settings = read(Map.of(
                "CLEANPLATE_DATA_DIR", "/srv/cleanplate",
                "CLEANPLATE_MODEL", "LaMa",
                "CLEANPLATE_DEVICE", "cuda:1",
                "LAMA_MODEL_PATH", "/srv/lama.pt",
                "LAMA_MODEL_URL", "https://example.org/lama.pt",
                "LAMA_MODEL_MD5", "E3AA4AAA15225A33EC84F9F4BC47E500",
                "PYTORCH_LIBRARY_PATH", "/srv/torch"));

        assertThat(settings.dataFolder()).isEqualTo(Path.of("/srv/cleanplate"));
        assertThat(settings.model()).isEqualTo("lama");
        assertThat(settings.device()).hasToString("cuda:1");
        assertThat(settings.lama().path()).isEqualTo(Path.of("/srv/lama.pt"));
        assertThat(settings.lama().url()).hasToString("https://example.org/lama.pt");
        assertThat(settings.lama().md5()).isEqualTo("e3aa4aaa15225a33ec84f9f4bc47e500");
        assertThat(settings.torchFolder()).isEqualTo(Path.of("/srv/torch"));
    }

    @Test
    void anEmptyVariableCountsAsUnset() {
        assertThat(read(Map.of("CLEANPLATE_MODEL", " ")).model()).isEqualTo("auto");
    }

    @ParameterizedTest
    @CsvSource({
        "CLEANPLATE_MODEL, big, 'auto, lama and see-through'",
        "CLEANPLATE_DEVICE, gpu, 'auto, cpu, cuda'",
        "LAMA_MODEL_URL, ftp://example.org/x, https://",
        "LAMA_MODEL_URL, not a url, https://",
        "LAMA_MODEL_MD5, abc, 32 hexadecimal digits"
    })
    void aBadValueIsNamedWithItsVariableAndWhatIsAccepted(String variable, String value, String accepted) {
        assertThatThrownBy(() -> read(Map.of(variable, value)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(variable)
                .hasMessageContaining("'" + value + "'")
                .hasMessageContaining(accepted);
    }

    private static Settings read(Map<String, String> environment) {
        return Settings.read(environment, "Linux", HOME);
    }
}
