package io.cleanplate.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cleanplate.error.InputException;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PictureWriterTest {
    private static Pixels roundTrip(Pixels pixels, Format format) {
        return Samples.read(
                        Samples.write(Samples.lossless(pixels), format, null).bytes())
                .pixels();
    }

    @ParameterizedTest
    @CsvSource({
        "PNG, 1, 8, false", "PNG, 1, 8, true", "PNG, 1, 16, false", "PNG, 1, 16, true",
        "PNG, 3, 8, false", "PNG, 3, 8, true", "PNG, 3, 16, false", "PNG, 3, 16, true",
        "TIFF, 1, 8, false", "TIFF, 1, 8, true", "TIFF, 1, 16, false", "TIFF, 1, 16, true",
        "TIFF, 3, 8, false", "TIFF, 3, 8, true", "TIFF, 3, 16, false", "TIFF, 3, 16, true",
        "WEBP, 3, 8, false", "WEBP, 3, 8, true"
    })
    void losslessFormatsGiveBackEverySample(Format format, int channels, int depth, boolean alpha) {
        Pixels pixels = Samples.noise(37, 23, channels, depth, alpha);

        Pixels back = roundTrip(pixels, format);

        assertThat(back.channels()).isEqualTo(channels);
        assertThat(back.depth()).isEqualTo(depth);
        assertThat(back.color()).isEqualTo(pixels.color());
        assertThat(back.alpha()).isEqualTo(pixels.alpha());
    }

    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            names = {"JPEG", "PNG", "WEBP", "TIFF"})
    void theSamePictureGivesTheSameBytes(Format format) {
        Picture picture = Samples.lossless(Samples.noise(40, 30, 3, 8, true), Samples.fullMetadata());

        byte[] once = Samples.write(picture, format, null).bytes();
        byte[] again = new PictureWriter()
                .encode(picture, new OutputOptions(format, null))
                .bytes();

        assertThat(again).isEqualTo(once);
    }

    @ParameterizedTest
    @CsvSource({"JPEG, 1", "JPEG, 3", "PNG, 1", "PNG, 3", "WEBP, 3", "TIFF, 1", "TIFF, 3"})
    void aPictureWithoutMetadataGetsNone(Format format, int channels) {
        Encoded encoded = Samples.write(Samples.lossless(Samples.gradient(20, 10, channels)), format, null);

        Picture back = Samples.read(encoded.bytes());

        assertThat(back.metadata()).isEqualTo(Metadata.NONE);
        assertThat(back.notices()).isEmpty();
        assertThat(encoded.notices()).isEmpty();
    }

    @Test
    void jpegCarriesAllMetadata() {
        Encoded encoded =
                Samples.write(Samples.lossless(Samples.gradient(20, 10, 3), Samples.fullMetadata()), Format.JPEG, null);

        Picture back = Samples.read(encoded.bytes());

        assertThat(back.metadata()).isEqualTo(withoutThumbnail(Samples.fullMetadata()));
        assertThat(encoded.notices()).isEmpty();
        assertThat(back.notices()).isEmpty();
    }

    @Test
    void pngCarriesAllButIptcAndSaysSo() {
        Encoded encoded =
                Samples.write(Samples.lossless(Samples.gradient(20, 10, 3), Samples.fullMetadata()), Format.PNG, null);

        Metadata kept = withoutThumbnail(Samples.fullMetadata());
        assertThat(Samples.read(encoded.bytes()).metadata())
                .isEqualTo(new Metadata(kept.exif(), kept.xmp(), null, kept.icc(), kept.comment(), kept.orientation()));
        assertThat(encoded.notices()).containsExactly("PNG could not keep: the IPTC records.");
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void webpCarriesAllButIptcAndCommentAndSaysSo(boolean alpha) {
        Pixels pixels = Samples.noise(21, 11, 3, 8, alpha);
        Encoded encoded = Samples.write(Samples.lossless(pixels, Samples.fullMetadata()), Format.WEBP, null);

        Picture back = Samples.read(encoded.bytes());

        Metadata kept = withoutThumbnail(Samples.fullMetadata());
        assertThat(back.metadata())
                .isEqualTo(new Metadata(kept.exif(), kept.xmp(), null, kept.icc(), null, kept.orientation()));
        assertThat(back.pixels().color()).isEqualTo(pixels.color());
        assertThat(back.pixels().alpha()).isEqualTo(pixels.alpha());
        assertThat(encoded.notices()).containsExactly("WEBP could not keep: the IPTC records, the comment.");
    }

    @Test
    void tiffCarriesAllButExifAndCommentAndSaysSo() {
        Encoded encoded =
                Samples.write(Samples.lossless(Samples.gradient(20, 10, 3), Samples.fullMetadata()), Format.TIFF, null);

        Metadata all = Samples.fullMetadata();
        assertThat(Samples.read(encoded.bytes()).metadata())
                .isEqualTo(new Metadata(null, all.xmp(), all.iptc(), all.icc(), null, Orientation.TURN_90));
        assertThat(encoded.notices()).containsExactly("TIFF could not keep: the EXIF block, the comment.");
    }

    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            names = {"JPEG", "PNG", "WEBP", "TIFF"})
    void theOrientationStaysWithoutAnExifBlock(Format format) {
        Metadata turned = new Metadata(null, null, null, null, null, Orientation.TURN_270);

        Encoded encoded = Samples.write(Samples.lossless(Samples.gradient(9, 5, 3), turned), format, null);

        assertThat(Samples.read(encoded.bytes()).metadata().orientation()).isEqualTo(Orientation.TURN_270);
    }

    @ParameterizedTest
    @CsvSource({"JPEG, INCH, 300", "PNG, INCH, 300", "TIFF, INCH, 300", "JPEG, NONE, 2", "PNG, CENTIMETRE, 118.11"})
    void theDensityStays(Format format, Density.Unit unit, double value) {
        Density density = new Density(value, value, unit);
        Picture picture = new Picture(
                Samples.gradient(9, 5, 3), Metadata.NONE, new Encoding(Format.PNG, null, true, density), List.of());

        Density back = Samples.read(Samples.write(picture, format, null).bytes())
                .encoding()
                .density();

        assertThat(Objects.requireNonNull(back).inCentimetres().x())
                .isCloseTo(density.inCentimetres().x(), Offset.offset(0.01));
    }

    @Test
    void aPictureOfAFormatThatIsOnlyReadBecomesAPng() {
        Picture bmp = Samples.read(Samples.imageIo(Samples.image(20, 10, BufferedImage.TYPE_3BYTE_BGR), "bmp"));

        Encoded encoded = new PictureWriter().encode(bmp, OutputOptions.SAME);

        assertThat(encoded.format()).isEqualTo(Format.PNG);
        assertThat(encoded.notices()).containsExactly("BMP is read but not written: the picture became a PNG.");
        assertThat(Samples.read(encoded.bytes()).pixels().color())
                .isEqualTo(bmp.pixels().color());
    }

    @Test
    void sixteenBitsAreRoundedToTheNearestAndSaidSo() {
        byte[] color = {0, 127, 0, (byte) 128, 0, (byte) 129, 1, 1, (byte) 0xFF, 0x7F, (byte) 0xFF, (byte) 0xFF};
        Picture picture = Samples.lossless(new Pixels(2, 1, 3, 16, color, null));

        Encoded encoded = Samples.write(picture, Format.WEBP, null);

        assertThat(Samples.read(encoded.bytes()).pixels().color())
                .containsExactly(0, 0, 1, 1, (byte) 0xFF, (byte) 0xFF);
        assertThat(encoded.notices())
                .containsExactly("WEBP holds 8 bits a colour: the picture's 16 bits were rounded.");
    }

    @Test
    void jpegLaysTransparentPixelsOverWhiteAndSaysSo() {
        byte[] color = new byte[16 * 16 * 3];
        byte[] alpha = new byte[16 * 16];
        Picture picture = Samples.lossless(new Pixels(16, 16, 3, 8, color, alpha));

        Encoded encoded = Samples.write(picture, Format.JPEG, null);

        assertThat(Samples.read(encoded.bytes()).pixels().sample(8, 8, 1)).isEqualTo(255);
        assertThat(encoded.notices()).containsExactly("JPEG holds no transparency: the picture was laid over white.");
    }

    @Test
    void jpegKeepsQuietOverAlphaThatIsOpaqueEverywhere() {
        byte[] alpha = new byte[16 * 16];
        Arrays.fill(alpha, (byte) 0xFF);
        Picture picture = Samples.lossless(new Pixels(16, 16, 3, 8, new byte[16 * 16 * 3], alpha));

        assertThat(Samples.write(picture, Format.JPEG, null).notices()).isEmpty();
    }

    @Test
    void webpStaysLossyWhenItCameLossyOrWhenAQualityIsAsked() {
        Picture lossless = Samples.lossless(Samples.gradient(40, 30, 3));
        byte[] lossy = Samples.write(lossless, Format.WEBP, 80).bytes();

        Picture read = Samples.read(lossy);

        assertThat(read.encoding().lossless()).isFalse();
        assertThat(Samples.read(new PictureWriter()
                                .encode(read, OutputOptions.SAME)
                                .bytes())
                        .encoding()
                        .lossless())
                .isFalse();
        assertThat(Samples.read(Samples.write(lossless, Format.WEBP, null).bytes())
                        .encoding()
                        .lossless())
                .isTrue();
    }

    @Test
    void refusesASizeThatWebpCannotHold() {
        Picture wide = Samples.lossless(Samples.gradient(16_384, 1, 3));

        assertThatThrownBy(() -> Samples.write(wide, Format.WEBP, null))
                .isInstanceOf(InputException.class)
                .hasMessage("The picture has 16384 x 1 pixels, but a WebP holds at most 16383 a side:"
                        + " choose jpeg, png or tiff.");
    }

    @Test
    void refusesASizeThatJpegCannotHold() {
        Picture wide = Samples.lossless(Samples.gradient(65_501, 1, 1));

        assertThatThrownBy(() -> Samples.write(wide, Format.JPEG, null))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("at most 65500 a side");
    }

    @Test
    void refusesAQualityOutsideTheScale() {
        assertThatThrownBy(() -> new OutputOptions(Format.JPEG, 101))
                .isInstanceOf(InputException.class)
                .hasMessage("The quality 101 is not between 1 and 100.");
    }

    @Test
    void refusesAFormatThatIsOnlyRead() {
        assertThatThrownBy(() -> new OutputOptions(Format.GIF, null))
                .isInstanceOf(InputException.class)
                .hasMessage("GIF is read but not written: choose jpeg, png, webp or tiff.");
    }

    private static Metadata withoutThumbnail(Metadata metadata) {
        Block exif = new Block(ExifBlock.withoutThumbnail(Objects.requireNonNull(metadata.exif())));
        return new Metadata(
                exif, metadata.xmp(), metadata.iptc(), metadata.icc(), metadata.comment(), metadata.orientation());
    }
}
