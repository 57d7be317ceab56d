package io.cleanplate.cleaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cleanplate.config.CleaningSettings;
import io.cleanplate.error.CleanplateException;
import io.cleanplate.error.InputException;
import io.cleanplate.imaging.Format;
import io.cleanplate.imaging.Limits;
import io.cleanplate.imaging.PictureReader;
import io.cleanplate.imaging.PictureWriter;
import io.cleanplate.newsroom.NewsId;
import io.cleanplate.newsroom.PictureRef;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CleanedFilesTest {
    private static final String ID = "507f1f77bcf86cd799439011";
    private static final PictureRef REF = new PictureRef("c1", NewsId.ofObjectId(ID), "https://example.org/a.jpg");

    @TempDir
    Path folder;

    @Test
    void aPictureIsSavedUnderItsCustomerAndIdAndCanBeRead() throws IOException {
        SavedFile saved = files(null).save(REF, Cleaned.grey(10));

        assertThat(saved.path()).isEqualTo(folder.resolve("c1").resolve(ID + "_cleaned.png"));
        assertThat(saved.reference()).isEqualTo(saved.path().toString());
        assertThat(saved.created()).isTrue();
        assertThat(Sha256.of(Files.readAllBytes(saved.path()))).isEqualTo(saved.sha256());
        assertThat(names("c1")).containsExactly(ID + "_cleaned.png");
    }

    @Test
    void otherBytesGetANameOfTheirOwnAndTheFirstFileStays() throws IOException {
        SavedFile first = files(null).save(REF, Cleaned.grey(10));
        SavedFile second = files(null).save(REF, Cleaned.grey(20));

        assertThat(second.path()).hasFileName(ID + "_cleaned-" + second.sha256().substring(0, 8) + ".png");
        assertThat(first.path()).hasBinaryContent(Cleaned.file(10));
        assertThat(second.path()).hasBinaryContent(Cleaned.file(20));
    }

    @Test
    void theSameBytesAreNotWrittenTwice() throws IOException {
        SavedFile first = files(null).save(REF, Cleaned.grey(10));
        SavedFile again = files(null).save(REF, Cleaned.grey(10));

        assertThat(again.path()).isEqualTo(first.path());
        assertThat(again.created()).isFalse();
        assertThat(names("c1")).hasSize(1);
    }

    @Test
    void aLinkIsNeverTakenForTheFile() throws IOException {
        Path elsewhere = Files.write(folder.resolve("original.png"), Cleaned.file(10));
        Files.createDirectories(folder.resolve("c1"));
        Files.createSymbolicLink(folder.resolve("c1").resolve(ID + "_cleaned.png"), elsewhere);

        SavedFile saved = files(null).save(REF, Cleaned.grey(10));

        assertThat(saved.path().toString()).contains("_cleaned-");
    }

    @Test
    void aFormatThatIsOnlyReadIsSavedAsWhatItBecomes() {
        SavedFile saved = files(null).save(REF, Cleaned.grey(10, Format.BMP));

        assertThat(saved.path()).hasFileName(ID + "_cleaned.png");
        assertThat(new PictureReader(Limits.DEFAULT).formatOf(saved.path())).isEqualTo(Format.PNG);
        assertThat(saved.notices()).hasSize(1);
    }

    @Test
    void belowABaseTheAddressIsHandedOn() {
        SavedFile saved = files(URI.create("https://cdn.example.org/news/")).save(REF, Cleaned.grey(10));

        assertThat(saved.reference()).isEqualTo("https://cdn.example.org/news/c1/" + ID + "_cleaned.png");
    }

    @Test
    void anIdThatPointsElsewhereStaysInTheFolder() {
        PictureRef ref = new PictureRef("../..", NewsId.ofString("/etc/passwd"), "https://example.org/a.jpg");

        SavedFile saved = files(URI.create("https://cdn.example.org")).save(ref, Cleaned.grey(10));

        assertThat(saved.path().normalize()).startsWith(folder).isEqualTo(saved.path());
        assertThat(URI.create(saved.reference()).normalize()).hasToString(saved.reference());
    }

    @Test
    void savingWhereNobodyElseCanReadIsRefused() {
        OutputTarget byDefault = OutputTarget.of(CleaningSettings.NONE, folder);
        CleanedFiles external = new CleanedFiles(() -> byDefault, true, new PictureWriter());

        assertThatThrownBy(() -> external.save(REF, Cleaned.grey(10)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("OUTPUT_DIR")
                .hasMessageContaining("CLEAN_IMAGE_BASE_URL");
        assertThat(folder).isEmptyDirectory();
        assertThat(new CleanedFiles(() -> byDefault, false, new PictureWriter())
                        .save(REF, Cleaned.grey(10))
                        .path())
                .startsWith(folder.resolve("cleaned"));
    }

    @Test
    void aFileInTheWayOfTheFolderIsSaidAndLeavesNothing() throws IOException {
        Files.write(folder.resolve("c1"), new byte[1]);

        assertThatThrownBy(() -> files(null).save(REF, Cleaned.grey(10))).isInstanceOf(CleanplateException.class);
        assertThat(names(".")).containsExactly("c1");
    }

    @Test
    void onlyAnUntouchedFileOfItsOwnIsRemoved() throws IOException {
        CleanedFiles files = files(null);
        SavedFile first = files.save(REF, Cleaned.grey(10));
        SavedFile reused = files.save(REF, Cleaned.grey(10));

        files.remove(reused);
        assertThat(first.path()).exists();
        Files.write(first.path(), new byte[] {1});
        files.remove(first);
        assertThat(first.path()).exists();
    }

    private CleanedFiles files(@Nullable URI base) {
        OutputTarget target = new OutputTarget(folder, base, true);
        return new CleanedFiles(() -> target, true, new PictureWriter());
    }

    private List<String> names(String of) throws IOException {
        try (Stream<Path> entries = Files.list(folder.resolve(of))) {
            return entries.map(entry -> entry.getFileName().toString()).toList();
        }
    }
}
