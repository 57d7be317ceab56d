package io.cleanplate.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.cleanplate.error.UnavailableException;
import io.cleanplate.inpaint.InpaintOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Preferences come back as they were kept, and no file keeps the program from starting. */
class PreferencesFileTest {
    private static final Preferences CHOSEN = new Preferences(
            new Preferences.Work(
                    "Ada",
                    "mongodb://ada:geheim@db.example.org/news",
                    "/srv/clean",
                    "https://cdn.example.org/clean",
                    "lama",
                    "cuda:1",
                    128,
                    2),
            new Preferences.Look(Preferences.Theme.DARK, "#ff3b30", 0.5, 40),
            new Preferences.Session(
                    "/home/ada/photos",
                    "valley-radio",
                    new Preferences.WindowBounds(10, 20, 1280, 720, true),
                    0.22,
                    true));

    @TempDir
    Path folder;

    private Path path;
    private PreferencesFile file;

    @BeforeEach
    void choosePath() {
        path = folder.resolve("config").resolve("preferences.json");
        file = new PreferencesFile(path);
    }

    @Test
    void whatWasKeptComesBack() {
        file.write(CHOSEN);

        assertThat(file.read().preferences()).isEqualTo(CHOSEN);
        assertThat(file.read().problems()).isEmpty();
    }

    @Test
    void withoutAFileNothingIsChosen() {
        assertThat(file.read().preferences()).isEqualTo(Preferences.NONE);
        assertThat(file.read().problems()).isEmpty();
    }

    @Test
    void onlyItsOwnerReadsTheFile() throws IOException {
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));

        file.write(CHOSEN);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
    }

    @Test
    void writingLeavesNothingBesideTheFile() throws IOException {
        file.write(Preferences.NONE);
        file.write(CHOSEN);

        try (Stream<Path> files = Files.list(path.resolveSibling(""))) {
            assertThat(files).containsExactly(path);
        }
    }

    @Test
    void aBrokenFileIsSetAsideAndTold() throws IOException {
        Files.createDirectories(path.resolveSibling(""));
        Files.writeString(path, "{\"work\": {\"editorName\": ");

        PreferencesFile.Loaded loaded = file.read();

        Path broken = path.resolveSibling("preferences.json.broken");
        assertThat(loaded.preferences()).isEqualTo(Preferences.NONE);
        assertThat(loaded.problems())
                .singleElement()
                .asString()
                .contains("could not be read")
                .contains(broken.toString());
        assertThat(path).doesNotExist();
        assertThat(broken).hasContent("{\"work\": {\"editorName\": ");
    }

    @ParameterizedTest
    @CsvSource({"'{}'", "''", "'{\"look\": {}, \"of a later version\": 1}'", "'{\"look\": {\"theme\": \"purple\"}}'"})
    void whatIsLeftOutOrUnknownCountsAsNotChosen(String json) throws IOException {
        Files.createDirectories(path.resolveSibling(""));
        Files.writeString(path, json);

        assertThat(file.read().preferences()).isEqualTo(Preferences.NONE);
        assertThat(file.read().problems()).isEmpty();
    }

    @Test
    void aValueThatCannotBeUsedIsLeftOutAndNamed() throws IOException {
        Files.createDirectories(path.resolveSibling(""));
        Files.writeString(path, """
                {"work": {"editorName": "Ada", "device": "gpu", "margin": 9000, "mongoUrl": "http://ada:geheim@db"},
                 "look": {"overlayOpacity": 7}}""");

        PreferencesFile.Loaded loaded = file.read();

        assertThat(loaded.preferences())
                .isEqualTo(
                        Preferences.NONE.with(new Preferences.Work("Ada", null, null, null, null, null, null, null)));
        assertThat(loaded.problems())
                .hasSize(4)
                .anySatisfy(problem -> assertThat(problem).contains("device is 'gpu'"))
                .anySatisfy(problem -> assertThat(problem).contains("margin is '9000'"))
                .anySatisfy(problem -> assertThat(problem).contains("overlayOpacity is 7"))
                .noneSatisfy(problem -> assertThat(problem).contains("geheim"));
    }

    @Test
    void aFolderThatCannotBeMadeIsTold() throws IOException {
        Files.writeString(folder.resolve("config"), "a file is in the way");

        assertThatThrownBy(() -> file.write(CHOSEN))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining(path.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "Linux, /home/ada/.config/cleanplate/preferences.json",
        "Mac OS X, /home/ada/Library/Application Support/Cleanplate/preferences.json",
        "Windows 11, /home/ada/AppData/Roaming/Cleanplate/preferences.json"
    })
    void eachSystemHasItsFolder(String os, String expected) {
        assertThat(PreferencesFile.byDefault(Map.of(), os, Path.of("/home/ada")))
                .isEqualTo(Path.of(expected));
    }

    @Test
    void theEnvironmentWinsOverPreferences() {
        Map<String, String> merged =
                CHOSEN.under(Map.of("CLEANPLATE_DEVICE", "cpu", "CLEANPLATE_MODEL", " ", "HTTP_PORT", "9000"));

        assertThat(merged)
                .containsEntry("CLEANPLATE_DEVICE", "cpu")
                .containsEntry("CLEANPLATE_MODEL", "lama")
                .containsEntry("OUTPUT_DIR", "/srv/clean")
                .containsEntry("HTTP_PORT", "9000");
        assertThat(ServerSettings.read(merged).mongoUrl()).isEqualTo("mongodb://ada:geheim@db.example.org/news");
    }

    @Test
    void noSecretShowsInText() {
        assertThat(CHOSEN.toString()).doesNotContain("geheim");
    }

    @Test
    void theRangesAreThoseOfTheEngine() {
        assertThat(PreferenceRules.MOST_MARGIN).isEqualTo(InpaintOptions.MAX_MARGIN);
        assertThat(PreferenceRules.MOST_FEATHER).isEqualTo(InpaintOptions.MAX_FEATHER);
    }
}
