package io.cleanplate.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cleanplate.error.InputException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PngDecoderTest {
    private static final int GREY = 0;
    private static final int RGB = 2;
    private static final int PALETTE = 3;
    private static final int GREY_ALPHA = 4;
    private static final int RGBA = 6;

    @ParameterizedTest
    @CsvSource({"1, 0x80, 255", "2, 0x40, 85", "4, 0x30, 51", "8, 0x30, 48"})
    void spreadsFewGreyLevelsOverTheWholeRange(int depth, String first, int expected) {
        byte[] png =
                PngBytes.of(1, 1, depth, GREY).data(0, Integer.decode(first)).file();

        Pixels pixels = Samples.read(png).pixels();

        assertThat(pixels.channels()).isOne();
        assertThat(pixels.depth()).isEqualTo(8);
        assertThat(pixels.sample(0, 0, 0)).isEqualTo(expected);
    }

    @Test
    void keepsSixteenBits() {
        byte[] png = PngBytes.of(1, 1, 16, RGB).data(0, 1, 2, 3, 4, 0xFF, 0xFE).file();

        Pixels pixels = Samples.read(png).pixels();

        assertThat(pixels.depth()).isEqualTo(16);
        assertThat(List.of(pixels.sample(0, 0, 0), pixels.sample(0, 0, 1), pixels.sample(0, 0, 2)))
                .containsExactly(0x102, 0x304, 0xFFFE);
    }

    @Test
    void keepsColoursUnderTransparentPixels() {
        Pixels pixels = Samples.read(
                        PngBytes.of(1, 1, 8, RGBA).data(0, 10, 20, 30, 0).file())
                .pixels();

        assertThat(pixels.color()).containsExactly(10, 20, 30);
        assertThat(pixels.alpha()).containsExactly(0);
    }

    @Test
    void readsGreyWithAlphaOfSixteenBits() {
        Pixels pixels = Samples.read(
                        PngBytes.of(1, 1, 16, GREY_ALPHA).data(0, 1, 2, 3, 4).file())
                .pixels();

        assertThat(pixels.channels()).isOne();
        assertThat(pixels.sample(0, 0, 0)).isEqualTo(0x102);
        assertThat(pixels.alpha(0, 0)).isEqualTo(0x304);
    }

    @ParameterizedTest
    @CsvSource({"1, 0x40", "2, 0x10", "4, 0x01"})
    void looksUpAPalette(int depth, String row) {
        byte[] png = PngBytes.of(2, 1, depth, PALETTE)
                .chunk("PLTE", (byte) 1, (byte) 2, (byte) 3, (byte) 200, (byte) 100, (byte) 50)
                .chunk("tRNS", (byte) 255, (byte) 7)
                .data(0, Integer.decode(row))
                .file();

        Picture picture = Samples.read(png);

        assertThat(picture.pixels().color()).containsExactly(1, 2, 3, (byte) 200, 100, 50);
        assertThat(picture.pixels().alpha()).containsExactly((byte) 255, 7);
        assertThat(picture.notices()).containsExactly("The palette was expanded to full colour.");
    }

    @ParameterizedTest
    @CsvSource({"8, 0", "16, 0", "8, 2", "16, 2"})
    void makesTheOneTransparentColourTransparent(int depth, int colorType) {
        int bytes = depth / 8 * (colorType == GREY ? 1 : 3);
        int[] rows = new int[1 + 2 * bytes];
        for (int i = 0; i < bytes; i++) {
            rows[1 + i] = 9;
            rows[1 + bytes + i] = 8;
        }
        byte[] transparent = new byte[colorType == GREY ? 2 : 6];
        for (int i = 0; i < transparent.length; i++) {
            transparent[i] = (byte) (depth == 16 || i % 2 == 1 ? 9 : 0);
        }

        Pixels pixels = Samples.read(PngBytes.of(2, 1, depth, colorType)
                        .chunk("tRNS", transparent)
                        .data(rows)
                        .file())
                .pixels();

        assertThat(pixels.alpha(0, 0)).isZero();
        assertThat(pixels.alpha(1, 0)).isEqualTo(pixels.maxSample());
        assertThat(pixels.depth()).isEqualTo(depth);
        assertThat(pixels.channels()).isEqualTo(colorType == GREY ? 1 : 3);
    }

    @Test
    void carriesTextsProfileAndDensity() {
        byte[] profile = {1, 2, 3, 4, 5};
        byte[] png = PngBytes.of(1, 1, 8, RGB)
                .chunk("iCCP", join("any\0\0", PngBytes.deflated(profile)))
                .chunk(
                        "pHYs",
                        ByteBuffer.allocate(9)
                                .putInt(11811)
                                .putInt(11811)
                                .put((byte) 1)
                                .array())
                .chunk("eXIf", Samples.exif(Orientation.FLIP).bytes())
                .chunk(
                        "iTXt",
                        join("XML:com.adobe.xmp\0\1\0\0\0", PngBytes.deflated("<x/>".getBytes(StandardCharsets.UTF_8))))
                .chunk("tEXt", "Comment\0a quay".getBytes(StandardCharsets.ISO_8859_1))
                .data(0, 1, 2, 3)
                .file();

        Picture picture = Samples.read(png);

        assertThat(picture.metadata())
                .isEqualTo(new Metadata(
                        Samples.exif(Orientation.FLIP),
                        new Block("<x/>".getBytes(StandardCharsets.UTF_8)),
                        null,
                        new Block(profile),
                        "a quay",
                        Orientation.FLIP));
        assertThat(picture.encoding().density()).isEqualTo(new Density(118.11, 118.11, Density.Unit.CENTIMETRE));
        assertThat(picture.notices()).isEmpty();
    }

    @Test
    void namesWhatItDoesNotCarry() {
        byte[] png = PngBytes.of(1, 1, 8, RGB)
                .chunk("gAMA", ByteBuffer.allocate(4).putInt(100_000).array())
                .chunk("iCCP", "broken\0\0xyz".getBytes(StandardCharsets.ISO_8859_1))
                .chunk("tEXt", "Author\0Anna".getBytes(StandardCharsets.ISO_8859_1))
                .data(0, 1, 2, 3)
                .file();

        assertThat(Samples.read(png).notices())
                .containsExactly("Not kept from the PNG: a colour profile that cannot be read, the text \"Author\","
                        + " a gamma other than sRGB's.");
    }

    @Test
    void refusesAnAnimation() {
        byte[] png = PngBytes.of(1, 1, 8, RGB)
                .chunk("acTL", new byte[8])
                .data(0, 1, 2, 3)
                .file();

        assertThatThrownBy(() -> Samples.read(png))
                .isInstanceOf(InputException.class)
                .hasMessage("photo is an animated PNG, which is not read: only still pictures are.");
    }

    @Test
    void refusesAWrongChecksum() {
        byte[] png = PngBytes.of(1, 1, 8, RGB).data(0, 1, 2, 3).file();
        png[png.length - 14] ^= 1;

        assertThatThrownBy(() -> Samples.read(png))
                .isInstanceOf(InputException.class)
                .hasMessage("photo is damaged: the checksum of its IDAT chunk is wrong.");
    }

    @Test
    void stopsUnpackingATextThatGrowsWithoutMeasure() {
        byte[] bomb = PngBytes.deflated(new byte[40 << 20]);
        byte[] png = PngBytes.of(1, 1, 8, RGB)
                .chunk("zTXt", join("Comment\0\0", bomb))
                .data(0, 1, 2, 3)
                .file();

        Picture picture = Samples.read(png);

        assertThat(picture.metadata().comment()).isNull();
        assertThat(picture.notices()).containsExactly("Not kept from the PNG: a text that cannot be read.");
    }

    private static byte[] join(String head, byte[] rest) {
        byte[] start = head.getBytes(StandardCharsets.ISO_8859_1);
        return ByteBuffer.allocate(start.length + rest.length)
                .put(start)
                .put(rest)
                .array();
    }
}
