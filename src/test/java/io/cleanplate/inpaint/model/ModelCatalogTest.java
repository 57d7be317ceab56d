package io.cleanplate.inpaint.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cleanplate.error.InputException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelCatalogTest {
    private final ModelCatalog catalog = new ModelCatalog(ModelSettings.defaults(Path.of("cache")));

    @Test
    void knowsTheBundledModelAndLama() {
        assertThat(catalog.entries()).extracting(ModelEntry::name).containsExactly("see-through", "lama");
        assertThat(catalog.entries()).extracting(ModelEntry::contextMargin).containsExactly(64, 128);
    }

    @Test
    void namesWhatThereIsInsteadOfAnUnknownModel() {
        assertThatThrownBy(() -> catalog.entry("lamma"))
                .isInstanceOf(InputException.class)
                .hasMessage("There is no model \"lamma\"; there are see-through and lama.");
    }

    @ParameterizedTest
    @CsvSource({"true,true,lama", "true,false,see-through", "false,true,see-through", "false,false,see-through"})
    void autoIsLamaOnlyOnAGraphicsCardAndWithItsWeights(boolean onCuda, boolean lamaIsThere, String name) {
        assertThat(ModelCatalog.automatic(onCuda, lamaIsThere)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "e3aa", "e3aa4aaa15225a33ec84f9f4bc47e50g"})
    void refusesAnMd5ThatIsNone(String hex) {
        assertThatThrownBy(() -> new Checksum(Checksum.Kind.MD5, hex))
                .isInstanceOf(InputException.class)
                .hasMessage("\"" + hex + "\" is no MD5 sum; it has 32 hexadecimal digits, as md5sum or sha256sum shows"
                        + " them.");
    }
}
