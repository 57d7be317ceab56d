package io.cleanplate.inpaint.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cleanplate.error.InputException;
import io.cleanplate.error.UnavailableException;
import io.cleanplate.inpaint.model.ModelState.Check;
import io.cleanplate.inpaint.model.ModelState.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelStoreTest {
    private static final String WEIGHTS = "weights";
    private static final String MD5_OF_WEIGHTS = "63f4f1e9b725370f459720575cd5f953";

    @TempDir
    Path folder;

    @Test
    void theBundledModelIsUnpackedIntoTheCache() throws IOException {
        ModelFile file = store(null, false).find("see-through");

        assertThat(file.path()).isEqualTo(folder.resolve("see-through-96ab93ca0a27.pt"));
        assertThat(file.path()).hasSameBinaryContentAs(Path.of("assets/models/see-through.pt"));
        assertThat(filesIn(folder)).containsExactly("see-through-96ab93ca0a27.pt");
    }

    @Test
    void aDamagedCopyOfTheBundledModelIsUnpackedAnew() throws IOException {
        Path copy = store(null, false).find("see-through").path();
        Files.write(copy, new byte[] {1, 2, 3});

        store(null, false).find("see-through");

        assertThat(copy).hasSameBinaryContentAs(Path.of("assets/models/see-through.pt"));
    }

    @Test
    void theBundledModelTellsWhereItCannotBeUnpacked() throws IOException {
        Path notAFolder = Files.writeString(folder.resolve("cache"), "a file");
        ModelStore store = new ModelStore(ModelSettings.defaults(notAFolder));

        assertThatThrownBy(() -> store.find("see-through"))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("could not be unpacked to " + notAFolder)
                .hasMessageContaining("10 MB free");
    }

    @Test
    void aMissingModelSaysHowToGetIt() {
        ModelStore store = store(null, false);

        assertThat(store.state("lama").place()).isEqualTo(Place.MISSING);
        assertThatThrownBy(() -> store.find("lama"))
                .isInstanceOf(InputException.class)
                .hasMessage("The model lama is not there yet; get it with \"cleanplate model fetch lama\", or name its"
                        + " file with LAMA_MODEL_PATH.");
    }

    @Test
    void aCachedModelIsFoundWhenItsSumIsRight() throws IOException {
        Path cached = Files.writeString(folder.resolve("big-lama.pt"), WEIGHTS);
        ModelStore store = store(null, false);

        assertThat(store.find("lama")).isEqualTo(new ModelFile("lama", cached));
        assertThat(store.verify("lama").check()).isEqualTo(Check.RIGHT);
        assertThat(store.state("lama"))
                .extracting(ModelState::place, ModelState::bytes, ModelState::check)
                .containsExactly(Place.CACHED, 7L, Check.NOT_DONE);
    }

    @Test
    void aCachedModelIsCheckedAtEveryLoad() throws IOException {
        Path cached = Files.writeString(folder.resolve("big-lama.pt"), WEIGHTS);
        ModelStore store = store(null, false);
        store.find("lama");
        Files.writeString(cached, "damaged");

        assertThat(store.verify("lama").check()).isEqualTo(Check.WRONG);
        assertThatThrownBy(() -> store.find("lama"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(cached + " is damaged or another file")
                .hasMessageContaining(MD5_OF_WEIGHTS)
                .hasMessageContaining("get it anew with \"cleanplate model fetch lama\"");
    }

    @Test
    void aNamedFileWinsOverTheCacheAndIsTakenAsItIs() throws IOException {
        Files.writeString(folder.resolve("big-lama.pt"), WEIGHTS);
        Path named = Files.writeString(folder.resolve("mine.pt"), "fine-tuned");
        ModelStore store = store(named, false);

        assertThat(store.find("lama").path()).isEqualTo(named);
        assertThat(store.verify("lama"))
                .extracting(ModelState::place, ModelState::check)
                .containsExactly(Place.FILE, Check.NO_CHECKSUM);
    }

    @Test
    void aNamedFileIsCheckedAgainstAnMd5ThatThePersonGave() throws IOException {
        Path named = Files.writeString(folder.resolve("mine.pt"), "fine-tuned");

        assertThatThrownBy(() -> store(named, true).find("lama"))
                .isInstanceOf(InputException.class)
                .hasMessageEndingWith("correct LAMA_MODEL_PATH or LAMA_MODEL_MD5.");

        Files.writeString(named, WEIGHTS);
        assertThat(store(named, true).find("lama").path()).isEqualTo(named);
    }

    @Test
    void aNamedFileThatIsMissingIsNotReplacedByTheCache() throws IOException {
        Files.writeString(folder.resolve("big-lama.pt"), WEIGHTS);
        Path named = folder.resolve("nowhere.pt");

        assertThatThrownBy(() -> store(named, false).find("lama"))
                .isInstanceOf(InputException.class)
                .hasMessage("The model lama is not there: LAMA_MODEL_PATH names " + named + ", which is no file.");
    }

    @Test
    void autoTakesLamaOnAGraphicsCardOnceItIsThere() throws IOException {
        ModelStore store = store(null, false);
        assertThat(store.choose("auto", true).name()).isEqualTo("see-through");

        Files.writeString(folder.resolve("big-lama.pt"), WEIGHTS);

        assertThat(store.choose("auto", true).name()).isEqualTo("lama");
        assertThat(store.choose("see-through", true).name()).isEqualTo("see-through");
    }

    private ModelStore store(@Nullable Path named, boolean md5Given) {
        return new ModelStore(
                new ModelSettings(named, ModelSettings.DEFAULT_LAMA_URL, MD5_OF_WEIGHTS, md5Given, folder));
    }

    static List<String> filesIn(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
