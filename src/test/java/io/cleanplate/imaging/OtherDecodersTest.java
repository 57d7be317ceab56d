package io.cleanplate.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cleanplate.error.InputException;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** GIF, BMP and WebP. */
class OtherDecodersTest {
    /** A GIF of one pixel of colour 1 (200, 100, 50) at (1, 0) on a screen of 2 x 1. */
    private static final String GIF_HEAD = "GIF89a\2\0\1\0\u0080\0\0\0\0\0\u00c8d2!\u00fe\4quay\0";

    private static final String GIF_FRAME = ",\1\0\0\0\1\0\1\0\0\2\2L\1\0";

    private static byte[] latin(String bytes) {
        return bytes.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void aGifFrameLiesWhereItSaysOnItsScreen() {
        Picture picture = Samples.read(latin(GIF_HEAD + GIF_FRAME + ";"));

        assertThat(picture.pixels().width()).isEqualTo(2);
        assertThat(picture.pixels().alpha()).containsExactly(0, (byte) 255);
        assertThat(picture.pixels().sample(1, 0, 0)).isEqualTo(200);
        assertThat(picture.pixels().sample(1, 0, 1)).isEqualTo(100);
        assertThat(picture.pixels().sample(1, 0, 2)).isEqualTo(50);
        assertThat(picture.metadata().comment()).isEqualTo("quay");
    }

    @Test
    void refusesAnAnimatedGif() {
        assertThatThrownBy(() -> Samples.read(latin(GIF_HEAD + GIF_FRAME + GIF_FRAME + ";")))
                .isInstanceOf(InputException.class)
                .hasMessage("photo is an animated GIF, which is not read: only still pictures are.");
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                BufferedImage.TYPE_3BYTE_BGR,
                BufferedImage.TYPE_USHORT_555_RGB,
                BufferedImage.TYPE_BYTE_INDEXED,
                BufferedImage.TYPE_BYTE_GRAY
            })
    void readsBmpOfSeveralDepths(int type) {
        BufferedImage image = Samples.image(19, 7, type);

        Pixels pixels = Samples.read(Samples.imageIo(image, "bmp")).pixels();

        boolean grey = pixels.channels() == 1;
        for (int y = 0; y < 7; y++) {
            for (int x = 0; x < 19; x++) {
                int expected = grey ? image.getRaster().getSample(x, y, 0) : image.getRGB(x, y) >> 8 & 0xFF;
                assertThat(pixels.sample(x, y, grey ? 0 : 1)).isEqualTo(expected);
            }
        }
    }

    @Test
    void refusesAnAnimatedWebp() {
        byte[] webp = new RiffChunks.Builder()
                .add("VP8X", new byte[10])
                .add("ANIM", new byte[6])
                .file();

        assertThatThrownBy(() -> Samples.read(webp))
                .isInstanceOf(InputException.class)
                .hasMessage("photo is an animated WebP, which is not read: only still pictures are.");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void refusesAWebpThatIsCutShort(boolean lossless) {
        byte[] whole = Samples.write(
                        Samples.lossless(Samples.noise(60, 50, 3, 8, true)), Format.WEBP, lossless ? null : 80)
                .bytes();

        for (int length = 20; length < whole.length - 1; length += 61) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> Samples.read(cut)).isInstanceOf(InputException.class);
        }
    }

    @Test
    void lossyWebpKeepsStraightAlpha() {
        byte[] color = new byte[64 * 64 * 3];
        byte[] alpha = new byte[64 * 64];
        Arrays.fill(color, (byte) 120);
        for (int i = 0; i < alpha.length; i++) {
            alpha[i] = (byte) (i % 64 * 4);
        }
        Picture picture = Samples.lossless(new Pixels(64, 64, 3, 8, color, alpha));

        Pixels back =
                Samples.read(Samples.write(picture, Format.WEBP, 90).bytes()).pixels();

        assertThat(back.alpha()).isEqualTo(alpha);
        for (int x = 1; x < 64; x++) {
            assertThat(back.sample(x, 30, 0)).isBetween(117, 123);
        }
    }

    @Test
    void greyComesBackFromWebpAsThreeEqualChannels() {
        Pixels grey = Samples.noise(9, 9, 1, 8, false);

        Pixels back = Samples.read(
                        Samples.write(Samples.lossless(grey), Format.WEBP, null).bytes())
                .pixels();

        assertThat(back.channels()).isEqualTo(3);
        assertThat(back.sample(4, 5, 2)).isEqualTo(grey.sample(4, 5, 0));
    }
}
