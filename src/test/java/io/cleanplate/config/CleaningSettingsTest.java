package io.cleanplate.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cleanplate.error.InputException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CleaningSettingsTest {
    @Test
    void anEmptyEnvironmentSaysNothing() {
        assertThat(CleaningSettings.read(Map.of("OUTPUT_DIR", " "))).isEqualTo(CleaningSettings.NONE);
    }

    @Test
    void theStrongerSettingsCountAndLeaveTheRestToTheWeaker() {
        CleaningSettings environment = CleaningSettings.read(Map.of("OUTPUT_DIR", "/srv/shared/./out"));
        CleaningSettings preferences =
                new CleaningSettings(Path.of("/home/eva"), URI.create("https://cdn.example.org/x"));

        assertThat(environment.over(preferences))
                .isEqualTo(new CleaningSettings(Path.of("/srv/shared/out"), URI.create("https://cdn.example.org/x")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ftp://example.org/x", "not a url", "https://example.org/x?y=1", "https://example.org/#x", "/x"})
    void aBadAddressIsNamedWithItsVariableAndWhatIsAccepted(String value) {
        assertThatThrownBy(() -> CleaningSettings.read(Map.of("CLEAN_IMAGE_BASE_URL", value)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("CLEAN_IMAGE_BASE_URL")
                .hasMessageContaining("'" + value + "'")
                .hasMessageContaining("https://");
    }

    @Test
    void aBadFolderIsNamedWithItsVariable() {
        assertThatThrownBy(() -> CleaningSettings.read(Map.of("OUTPUT_DIR", "a\0b")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("OUTPUT_DIR");
    }
}
