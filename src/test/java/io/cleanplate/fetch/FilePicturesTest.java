package io.cleanplate.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cleanplate.error.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilePicturesTest {
    @TempDir
    Path data;

    private Path demo;
    private FilePictures files;

    @BeforeEach
    void makeFolders() throws IOException {
        demo = Files.createDirectories(data.resolve("demo pictures"));
        files = new FilePictures(demo, 1000);
        Files.writeString(data.resolve("secret.jpg"), "secret");
    }

    @Test
    void aPictureOfTheDemoIsRead() throws IOException {
        Path cat = Files.writeString(demo.resolve("grüne Katze.jpg"), "cat");

        assertThat(files.read(cat.toUri().toString())).asString().isEqualTo("cat");
    }

    @Test
    void oneThatIsNotThereIsToldAsAnyDeadLink() {
        String address = demo.resolve("dead-link.jpg").toUri().toString();

        assertThatThrownBy(() -> files.read(address))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("There is no picture at file:///")
                .hasMessageEndingWith("dead-link.jpg any more.");
    }

    @Test
    void aLinkOutOfTheFolderLeadsNowhere() throws IOException {
        Path link = Files.createSymbolicLink(demo.resolve("link.jpg"), data.resolve("secret.jpg"));

        assertRefused(link.toUri().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/../secret.jpg", "/%2e%2e/secret.jpg", "/./.././secret.jpg", " more/cat.jpg", "/cat.jpg?x"})
    void noSpellingLeavesTheFolder(String end) {
        assertRefused(demo.toUri().toString().replaceFirst("/$", "") + end.replace(" ", "%20"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/passwd", "FILE:/etc/passwd", "file://server/share/cat.jpg"})
    void nothingElseOfTheMachineIsRead(String address) {
        assertThat(FilePictures.reads(address)).isTrue();
        assertRefused(address);
    }

    @Test
    void withoutAFolderNothingIsRead() throws IOException {
        Path cat = Files.writeString(demo.resolve("cat.jpg"), "cat");

        assertThatThrownBy(() -> new FilePictures(null, 1000).read(cat.toUri().toString()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("files are read for the demo alone");
    }

    @Test
    void aFolderAndATooLargeFileAreNoPictures() throws IOException {
        Path large = Files.write(demo.resolve("large.jpg"), new byte[1001]);

        assertThatThrownBy(() -> files.read(demo.toUri().toString())).hasMessageEndingWith("is not a file.");
        assertThatThrownBy(() -> files.read(large.toUri().toString())).hasMessageContaining("more than the limit");
    }

    private void assertRefused(String address) {
        assertThatThrownBy(() -> files.read(address))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("files are read for the demo alone");
    }
}
