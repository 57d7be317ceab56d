package io.cleanplate.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.cleanplate.batch.SourceFinder.Found;
import io.cleanplate.imaging.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFinderTest {
    @TempDir
    private Path folder;

    @Test
    void aFolderGivesItsPicturesSortedAndCountsTheRest() throws IOException {
        make("b.jpg", "a.PNG", "notes.txt", ".hidden.jpg", "sub/c.webp");

        Found found = new SourceFinder(false, List.of()).find(List.of(folder));

        assertThat(found.sources()).extracting(Source::relative).containsExactly(Path.of("a.PNG"), Path.of("b.jpg"));
        assertThat(found.passedOver()).isEqualTo(1);
    }

    @Test
    void searchingOnKeepsThePathBelowTheFolder() throws IOException {
        make("b.jpg", "sub/deep/c.webp", ".git/d.png");

        Found found = new SourceFinder(true, List.of()).find(List.of(folder));

        assertThat(found.sources())
                .extracting(Source::relative)
                .containsExactly(Path.of("b.jpg"), Path.of("sub/deep/c.webp"));
    }

    @Test
    void theOutputFolderAndTheMaskAreNoInputs() throws IOException {
        make("a.jpg", "mask.png", "cleaned/a.jpg");

        Found found = new SourceFinder(true, List.of(folder.resolve("cleaned"), folder.resolve("mask.png")))
                .find(List.of(folder));

        assertThat(found.sources()).extracting(Source::relative).containsExactly(Path.of("a.jpg"));
    }

    @Test
    void aFileNamedTwiceIsFoundOnce() throws IOException {
        make("a.jpg");

        Found found = new SourceFinder(false, List.of()).find(List.of(folder.resolve("a.jpg"), folder));

        assertThat(found.sources()).hasSize(1);
    }

    @Test
    void aFileThatIsNotThereIsFoundSoThatOpeningItSaysSo() {
        Found found = new SourceFinder(false, List.of()).find(List.of(folder.resolve("gone.jpg")));

        assertThat(found.sources()).extracting(Source::file).containsExactly(folder.resolve("gone.jpg"));
    }

    @Test
    void anOutputKeepsAnEndingThatFitsItsFormat() {
        OutputNames names = new OutputNames(Path.of("out"), true);
        Source source = new Source(Path.of("in/sub/a.JPEG"), Path.of("sub/a.JPEG"));

        assertThat(names.of(source, Format.JPEG)).isEqualTo(Path.of("out/sub/a.JPEG"));
        assertThat(names.of(source, Format.PNG)).isEqualTo(Path.of("out/sub/a.png"));
    }

    private void make(String... names) throws IOException {
        for (String name : names) {
            Files.createDirectories(folder.resolve(name).getParent());
            Files.createFile(folder.resolve(name));
        }
    }
}
