package io.cleanplate.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cleanplate.error.InputException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureReaderTest {
    private final PictureReader reader = new PictureReader(Limits.DEFAULT);

    @TempDir
    Path folder;

    @Test
    void opensAFileAsWhatItIsWhateverItsNameSays() throws IOException {
        Path file = folder.resolve("photo.jpg");
        Files.write(file, Samples.imageIo(Samples.image(20, 10, BufferedImage.TYPE_INT_RGB), "png"));

        assertThat(reader.read(file).encoding().format()).isEqualTo(Format.PNG);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hello, newsroom| is a text file, not a picture.",
                "<!DOCTYPE html><html>| is a web page, not a picture.",
                "<svg xmlns='x'/>| is an SVG drawing, which is not read: save it as JPEG, PNG, WebP, TIFF, BMP or GIF.",
                "%PDF-1.7| is a PDF document, not a picture.",
                "8BPS0000| is a Photoshop document, which is not read: save it as JPEG, PNG, WebP, TIFF, BMP or GIF.",
                "0000ftypheic0000| is a HEIF picture, which is not read: save it as JPEG, PNG, WebP, TIFF, BMP or GIF.",
                "0000ftypavif0000| is an AVIF picture, which is not read: save it as JPEG, PNG, WebP, TIFF, BMP or GIF.",
                "0000ftypisom0000| is a film, not a picture."
            })
    void saysWhatAFileIsThatIsNoPicture(String contents, String told) {
        assertThatThrownBy(() -> reader.read(contents.getBytes(StandardCharsets.UTF_8), "desk.png"))
                .isInstanceOf(InputException.class)
                .hasMessage("desk.png " + told);
    }

    @Test
    void saysOfUnknownBytesWhichFormatsAreRead() {
        assertThatThrownBy(() -> reader.read(new byte[] {1, 2, 3, 0, (byte) 0x80}, "a.bin"))
                .isInstanceOf(InputException.class)
                .hasMessage("a.bin is not a picture: it begins like no JPEG, PNG, WebP, TIFF, BMP or GIF.");
    }

    @Test
    void refusesAnEmptyFile() throws IOException {
        Path file = Files.createFile(folder.resolve("empty.png"));

        assertThatThrownBy(() -> reader.read(file))
                .isInstanceOf(InputException.class)
                .hasMessage(file + " is empty.");
    }

    @Test
    void refusesAFolder() {
        assertThatThrownBy(() -> reader.read(folder))
                .isInstanceOf(InputException.class)
                .hasMessage(folder + " is a folder, not a picture.");
    }

    @Test
    void refusesAFileThatDoesNotExist() {
        Path missing = folder.resolve("missing.jpg");

        assertThatThrownBy(() -> reader.read(missing))
                .isInstanceOf(InputException.class)
                .hasMessage(missing + " does not exist.");
    }

    @Test
    void refusesAFileOverTheLimitBeforeReadingIt() throws IOException {
        Path file = Files.write(folder.resolve("large.png"), new byte[1_500_001]);

        assertThatThrownBy(() -> new PictureReader(new Limits(1000, 1_500_000)).read(file))
                .isInstanceOf(InputException.class)
                .hasMessage(file + " has 1.6 MB, more than the limit of 1.5 MB; raise it with --max-file-size 2.");
    }

    @Test
    void refusesTooManyPixelsByTheHeaderAlone() {
        byte[] header = Arrays.copyOf(PngBytes.of(30_000, 30_000, 8, 2).file(), 33);

        assertThatThrownBy(() -> reader.read(header, "wall.png"))
                .isInstanceOf(InputException.class)
                .hasMessage("wall.png has 30000 x 30000 = 900 megapixels, more than the limit of 150;"
                        + " raise it with --max-pixels 900.");
    }

    @Test
    void readsInManyThreadsAtOnce() throws InterruptedException, ExecutionException {
        byte[] file = Samples.photograph("cat");
        byte[] expected = reader.read(file, "cat").pixels().color();

        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<Picture>> pictures = IntStream.range(0, 12)
                    .mapToObj(i -> threads.submit(() -> reader.read(file, "cat")))
                    .toList();
            for (Future<Picture> picture : pictures) {
                assertThat(picture.get().pixels().color()).isEqualTo(expected);
            }
        }
    }

    @Test
    void readsAPictureExactlyAtTheLimit() {
        byte[] png = Samples.imageIo(Samples.image(20, 10, BufferedImage.TYPE_INT_RGB), "png");

        Pixels pixels = new PictureReader(new Limits(200, png.length))
                .read(png, "photo")
                .pixels();

        assertThat(pixels.width() * pixels.height()).isEqualTo(200);
    }

    @Test
    void refusesSidesWhoseProductPassesALong() {
        byte[] header =
                Arrays.copyOf(PngBytes.of(0x7FFF_FFFF, 0x7FFF_FFFF, 16, 6).file(), 33);

        assertThatThrownBy(() -> new PictureReader(new Limits(Long.MAX_VALUE, Long.MAX_VALUE)).read(header, "x.png"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("2147 MB that one picture can take in memory");
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "bmp", "gif", "tif"})
    void refusesAPictureThatIsCutShort(String format) {
        byte[] whole = Samples.imageIo(Samples.image(90, 70, BufferedImage.TYPE_3BYTE_BGR), format);

        for (double part : new double[] {0.1, 0.5, 0.9, 0.99}) {
            byte[] cut = Arrays.copyOf(whole, Math.max(20, (int) (whole.length * part)));
            assertThatThrownBy(() -> reader.read(cut, "cut." + format))
                    .as("%s of a %s", part, format)
                    .isInstanceOf(InputException.class)
                    .hasMessageStartingWith("cut." + format + " is ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "bmp", "gif", "tif"})
    void meetsDamagedBytesWithASentenceOrAPicture(String format) {
        byte[] whole = Samples.imageIo(Samples.image(40, 30, BufferedImage.TYPE_3BYTE_BGR), format);

        for (int at = 0; at < whole.length; at += 7) {
            byte[] damaged = whole.clone();
            damaged[at] ^= (byte) 0x55;
            try {
                assertThat(reader.read(damaged, "photo").pixels()).isNotNull();
            } catch (InputException e) {
                assertThat(e).hasMessageStartingWith("photo ");
            }
        }
    }
}
