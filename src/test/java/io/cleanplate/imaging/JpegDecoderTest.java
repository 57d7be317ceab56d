package io.cleanplate.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cleanplate.error.InputException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JpegDecoderTest {
    @Test
    void readsAPhotographSampleForSampleAsTheJdkDoes() throws IOException {
        byte[] file = Samples.photograph("astronaut");
        BufferedImage expected = ImageIO.read(new ByteArrayInputStream(file));

        Pixels pixels = Samples.read(file).pixels();

        for (int y = 0; y < pixels.height(); y += 3) {
            for (int x = 0; x < pixels.width(); x += 3) {
                int rgb = pixels.sample(x, y, 0) << 16 | pixels.sample(x, y, 1) << 8 | pixels.sample(x, y, 2);
                assertThat(rgb).isEqualTo(expected.getRGB(x, y) & 0xFFFFFF);
            }
        }
    }

    @Test
    void keepsGreyAsOneChannel() {
        Pixels pixels = Samples.read(JpegBytes.plain(77)).pixels();

        assertThat(pixels.channels()).isOne();
        assertThat(pixels.sample(3, 4, 0)).isEqualTo(77);
    }

    @Test
    void leavesSamplesAloneWhateverTheProfileSays() {
        byte[] plain = JpegBytes.photograph();
        byte[] icc = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
        byte[] piece = new byte[icc.length + 2];
        piece[0] = 1;
        piece[1] = 1;
        System.arraycopy(icc, 0, piece, 2, icc.length);

        Picture picture = Samples.read(JpegBytes.with(plain, 0xE2, "ICC_PROFILE\0", piece));

        assertThat(picture.pixels().color())
                .isEqualTo(Samples.read(plain).pixels().color());
        assertThat(picture.metadata().icc()).isEqualTo(new Block(icc));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"Adobe says RGB, 0, 200, 100, 50", "Adobe says YCbCr, 1, 91, 255, 150"})
    void believesAdobeOnTheColourModel(String name, int transform, int red, int green, int blue) {
        byte[] jpeg = JpegBytes.adobe(JpegBytes.plain(200, 100, 50), transform);

        Pixels pixels = Samples.read(jpeg).pixels();

        assertThat(pixels.sample(5, 5, 0)).as(name).isCloseTo(red, Offset.offset(4));
        assertThat(pixels.sample(5, 5, 1)).as(name).isCloseTo(green, Offset.offset(4));
        assertThat(pixels.sample(5, 5, 2)).as(name).isCloseTo(blue, Offset.offset(4));
    }

    @Test
    void convertsAdobesInvertedCmykToRgb() {
        // Adobe stores 255 less the ink: this is full magenta and yellow, which prints red.
        byte[] jpeg = JpegBytes.adobe(JpegBytes.plain(255, 0, 0, 255), 0);

        Picture picture = Samples.read(jpeg);

        assertReddish(picture.pixels());
        assertThat(picture.notices())
                .containsExactly("The picture was converted from CMYK to RGB, and its CMYK colour profile left out.");
        assertThat(picture.metadata().icc()).isNull();
    }

    @Test
    void convertsYcckToRgb() {
        // The same red: YCbCr of its inks 0, 255, 255 taken for RGB (JFIF's equations), and the inverse of no black.
        byte[] jpeg = JpegBytes.adobe(JpegBytes.plain(179, 171, 0, 255), 2);

        assertReddish(Samples.read(jpeg).pixels());
    }

    private static void assertReddish(Pixels pixels) {
        assertThat(pixels.channels()).isEqualTo(3);
        assertThat(pixels.sample(5, 5, 0)).isGreaterThan(200);
        assertThat(pixels.sample(5, 5, 1)).isLessThan(60);
        assertThat(pixels.sample(5, 5, 2)).isLessThan(60);
    }

    @Test
    void joinsIptcRecordsThatSpanSegments() {
        byte[] last = JpegBytes.with(JpegBytes.photograph(), 0xED, "Photoshop 3.0\0", (byte) 3, (byte) 4);
        byte[] both = JpegBytes.with(last, 0xED, "Photoshop 3.0\0", (byte) 1, (byte) 2);

        assertThat(Samples.read(both).metadata().iptc()).isEqualTo(new Block(new byte[] {1, 2, 3, 4}));
    }

    @Test
    void readsCommentsInBothEncodings() {
        byte[] utf8 = JpegBytes.with(JpegBytes.photograph(), 0xFE, "", "café".getBytes(StandardCharsets.UTF_8));
        byte[] latin = JpegBytes.with(JpegBytes.photograph(), 0xFE, "café");

        assertThat(Samples.read(utf8).metadata().comment()).isEqualTo("café");
        assertThat(Samples.read(latin).metadata().comment()).isEqualTo("café");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0xE1| http://ns.adobe.com/xmp/extension/| The extended part of the XMP metadata (beyond 64 KB) was not kept.",
                "0xE2| MPF| The further pictures in the file (MPF) were not kept.",
                "0xEB| JP| The content credentials (C2PA) were not kept: they vouch for the unchanged picture only.",
                "0xE5| RMETA| Data of a maker's own (APP5) were not kept."
            })
    void namesWhatItDoesNotCarry(String marker, String prefix, String notice) {
        byte[] jpeg = JpegBytes.with(JpegBytes.photograph(), Integer.decode(marker), prefix + "\0");

        assertThat(Samples.read(jpeg).notices()).containsExactly(notice);
    }

    @Test
    void namesWhatFollowsThePicture() {
        byte[] whole = JpegBytes.photograph();
        byte[] longer = Arrays.copyOf(whole, whole.length + 20);
        longer[whole.length + 4] = 1;

        assertThat(Samples.read(longer).notices())
                .containsExactly("The 5 bytes behind the picture's end were not kept.");
    }

    @Test
    void leavesOutAProfileWithAPieceMissing() {
        byte[] jpeg = JpegBytes.with(JpegBytes.photograph(), 0xE2, "ICC_PROFILE\0", (byte) 1, (byte) 2, (byte) 9);

        Picture picture = Samples.read(jpeg);

        assertThat(picture.metadata().icc()).isNull();
        assertThat(picture.notices()).containsExactly("The colour profile is incomplete in the file and was left out.");
    }

    @Test
    void aBrokenExifBlockDoesNotFailThePicture() {
        byte[] jpeg = JpegBytes.with(JpegBytes.photograph(), 0xE1, "Exif\0\0MM\0*\u00ff\u00ff\u00ff\u00ff");

        Metadata metadata = Samples.read(jpeg).metadata();

        assertThat(metadata.orientation()).isEqualTo(Orientation.UPRIGHT);
        assertThat(Objects.requireNonNull(metadata.exif()).size()).isEqualTo(8);
    }

    @Test
    void readsTheDensityOfJfif() {
        byte[] jpeg = JpegBytes.with(
                JpegBytes.photograph(),
                0xE0,
                "JFIF\0",
                (byte) 1,
                (byte) 2,
                (byte) 1,
                (byte) 1,
                (byte) 44,
                (byte) 0,
                (byte) 72);

        assertThat(Samples.read(jpeg).encoding().density()).isEqualTo(new Density(300, 72, Density.Unit.INCH));
    }

    @Test
    void refusesAPictureThatEndsEarlyButHasAnEndMarker() {
        byte[] whole = Samples.photograph("cat");
        byte[] cut = Arrays.copyOf(whole, whole.length / 2);
        cut[cut.length - 2] = (byte) 0xFF;
        cut[cut.length - 1] = (byte) 0xD9;

        assertThatThrownBy(() -> Samples.read(cut))
                .isInstanceOf(InputException.class)
                .hasMessage("photo is cut short: the end of the picture is missing.");
    }

    @Test
    void refusesAPictureThatLacksOnlyItsEndMarker() {
        byte[] whole = Samples.photograph("cat");

        assertThatThrownBy(() -> Samples.read(Arrays.copyOf(whole, whole.length - 2)))
                .isInstanceOf(InputException.class)
                .hasMessage("photo is cut short: the end of the picture is missing.");
    }

    @Test
    void refusesCorruptPictureData() {
        byte[] corrupt = Samples.photograph("cat");
        for (int i = corrupt.length / 2; i < corrupt.length / 2 + 60; i++) {
            corrupt[i] = (byte) (corrupt[i] ^ 0x5A);
        }

        assertThatThrownBy(() -> Samples.read(corrupt))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("photo is ");
    }

    @Test
    void tellsTablesInNaturalOrderAndSampling() {
        JpegEncoding encoding = Objects.requireNonNull(
                Samples.read(JpegBytes.photograph()).encoding().jpeg());

        // Quality 75 halves the standard's table, whose first row is 16 11 10 16 24 40 51 61.
        assertThat(encoding.components().getFirst().table().subList(0, 8))
                .isEqualTo(List.of(8, 6, 5, 8, 12, 20, 26, 31));
        assertThat(encoding.components().getFirst().horizontal()).isEqualTo(2);
        assertThat(encoding.components().get(1).vertical()).isEqualTo(1);
        assertThat(encoding.progressive()).isFalse();
    }
}
