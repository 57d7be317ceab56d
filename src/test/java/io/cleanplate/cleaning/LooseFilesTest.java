package io.cleanplate.cleaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cleanplate.error.InputException;
import io.cleanplate.imaging.Format;
import io.cleanplate.imaging.Limits;
import io.cleanplate.imaging.OutputOptions;
import io.cleanplate.imaging.PictureReader;
import io.cleanplate.imaging.PictureWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LooseFilesTest {
    private final PictureReader reader = new PictureReader(Limits.DEFAULT);
    private final LooseFiles files = new LooseFiles(reader, new PictureWriter());

    @TempDir
    Path folder;

    private Path original;

    @BeforeEach
    void anOriginal() throws IOException {
        original = Files.write(folder.resolve("quay.png"), Cleaned.file(10));
    }

    @Test
    void aFolderListsItsPicturesAsPeopleOrderThem() throws IOException {
        for (String name : List.of("img10.jpg", "IMG9.JPG", "img009.jpg", ".hidden.jpg", "notes.txt", "Quay2.png")) {
            Files.write(folder.resolve(name), new byte[1]);
        }
        Files.createDirectory(folder.resolve("folder.png"));

        assertThat(files.list(folder))
                .extracting(file -> file.getFileName().toString())
                .containsExactly("IMG9.JPG", "img009.jpg", "img10.jpg", "Quay2.png", "quay.png");
    }

    @Test
    void theCleanedPictureIsNamedAfterItsOriginalAndItsFormat() {
        OpenedPicture opened = files.open(original);

        assertThat(opened.name()).isEqualTo("quay.png");
        assertThat(files.suggested(opened, folder, OutputOptions.SAME)).isEqualTo(folder.resolve("quay_cleaned.png"));
        assertThat(files.suggested(opened, folder, new OutputOptions(Format.JPEG, null)))
                .isEqualTo(folder.resolve("quay_cleaned.jpg"));
    }

    @Test
    void theOriginalIsNeverReplacedWhateverItIsCalled() throws IOException {
        Path alias = Files.createLink(folder.resolve("alias.png"), original);

        for (Path target : List.of(original, folder.resolve("x/../quay.png").normalize(), alias)) {
            assertThatThrownBy(() -> files.saveAs(original, Cleaned.grey(20), target, OutputOptions.SAME, true))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("original");
        }
        assertThat(original).hasBinaryContent(Cleaned.file(10));
    }

    @Test
    void anotherFileIsReplacedOnlyWhenAgreed() throws IOException {
        Path other = Files.write(folder.resolve("other.png"), new byte[1]);

        assertThatThrownBy(() -> files.saveAs(original, Cleaned.grey(20), other, OutputOptions.SAME, false))
                .isInstanceOf(InputException.class);
        files.saveAs(original, Cleaned.grey(20), other, OutputOptions.SAME, true);

        assertThat(other).hasBinaryContent(Cleaned.file(20));
    }

    @Test
    void theEndingSaysTheFormat() {
        Path target = folder.resolve("clean.tiff");

        files.saveAs(original, Cleaned.grey(20), target, OutputOptions.SAME, false);

        assertThat(reader.formatOf(target)).isEqualTo(Format.TIFF);
        assertThatThrownBy(() -> files.saveAs(
                        original, Cleaned.grey(20), folder.resolve("clean.gif"), OutputOptions.SAME, false))
                .isInstanceOf(InputException.class);
    }
}
