package io.cleanplate.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cleanplate.error.InputException;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TiffDecoderTest {
    private static final int PHOTOMETRIC = 262;
    private static final int SAMPLES = 277;
    private static final int BITS = 258;

    private static TiffBytes rgb() {
        return new TiffBytes(true)
                .shorts(BITS, 8, 8, 8)
                .shorts(PHOTOMETRIC, 2)
                .shorts(SAMPLES, 3)
                .picture(2, 1, new byte[] {1, 2, 3, 4, 5, 6});
    }

    @Test
    void readsSamplesAndTags() {
        byte[] tiff = rgb().shorts(274, 6)
                .raw(700, new byte[] {'<', 'x', '/', '>', ' '})
                .raw(34675, new byte[] {9, 8, 7, 6, 5})
                .raw(33723, new byte[] {28, 2, 80, 0, 0})
                .bytes();

        Picture picture = Samples.read(tiff);

        assertThat(picture.pixels().color()).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(picture.metadata())
                .isEqualTo(new Metadata(
                        null,
                        new Block(new byte[] {'<', 'x', '/', '>', ' '}),
                        PhotoshopResources.wrap(new byte[] {28, 2, 80, 0, 0}),
                        new Block(new byte[] {9, 8, 7, 6, 5}),
                        null,
                        Orientation.TURN_90));
        assertThat(picture.encoding().lossless()).isTrue();
    }

    @Test
    void invertsGreyInWhichZeroIsWhite() {
        byte[] tiff = new TiffBytes(false)
                .shorts(BITS, 8)
                .shorts(PHOTOMETRIC, 0)
                .shorts(SAMPLES, 1)
                .picture(2, 1, new byte[] {0, 100})
                .bytes();

        Pixels pixels = Samples.read(tiff).pixels();

        assertThat(pixels.channels()).isOne();
        assertThat(pixels.sample(0, 0, 0)).isEqualTo(255);
        assertThat(pixels.sample(1, 0, 0)).isEqualTo(155);
    }

    @Test
    void makesAssociatedAlphaStraight() {
        byte[] tiff = new TiffBytes(true)
                .shorts(BITS, 8, 8, 8, 8)
                .shorts(PHOTOMETRIC, 2)
                .shorts(SAMPLES, 4)
                .shorts(338, 1)
                .picture(1, 1, new byte[] {100, 50, 0, (byte) 128})
                .bytes();

        Pixels pixels = Samples.read(tiff).pixels();

        assertThat(pixels.color()).containsExactly((byte) 199, 100, 0);
        assertThat(pixels.alpha()).containsExactly((byte) 128);
    }

    @Test
    void anExtraChannelThatIsNoAlphaIsLeftOut() {
        byte[] tiff = new TiffBytes(true)
                .shorts(BITS, 8, 8, 8, 8)
                .shorts(PHOTOMETRIC, 2)
                .shorts(SAMPLES, 4)
                .shorts(338, 0)
                .picture(1, 1, new byte[] {100, 50, 0, 7})
                .bytes();

        Picture picture = Samples.read(tiff);

        assertThat(picture.pixels().color()).containsExactly(100, 50, 0);
        assertThat(picture.pixels().alpha()).isNull();
        assertThat(picture.notices())
                .containsExactly(
                        "The extra channel, of which the TIFF does not say that it is transparency, was not kept.");
    }

    @Test
    void convertsCmykToRgbAndSaysSo() {
        byte[] tiff = new TiffBytes(true)
                .shorts(BITS, 8, 8, 8, 8)
                .shorts(PHOTOMETRIC, 5)
                .shorts(SAMPLES, 4)
                .picture(1, 1, new byte[] {0, (byte) 255, (byte) 255, 0})
                .bytes();

        Picture picture = Samples.read(tiff);

        assertThat(picture.pixels().channels()).isEqualTo(3);
        assertThat(picture.pixels().sample(0, 0, 0)).isGreaterThan(200);
        assertThat(picture.pixels().sample(0, 0, 2)).isLessThan(60);
        assertThat(picture.notices())
                .containsExactly("The picture was converted from CMYK to RGB, and its CMYK colour profile left out.");
    }

    @Test
    void refusesSeveralPages() {
        byte[] tiff = rgb().next(rgb().next(rgb())).bytes();

        assertThatThrownBy(() -> Samples.read(tiff))
                .isInstanceOf(InputException.class)
                .hasMessage("photo is a TIFF of 3 pages, which is not read: only single pictures are.");
    }

    @Test
    void passesOverASmallerCopy() {
        byte[] tiff = rgb().next(rgb().number(254, 1)).bytes();

        assertThat(Samples.read(tiff).pixels().color()).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void namesWhatItDoesNotCarry() {
        byte[] tiff = rgb().ascii(315, "Anna")
                .ascii(33432, "(c) Anna")
                .number(34665, 8)
                .bytes();

        assertThat(Samples.read(tiff).notices()).containsExactly("Not kept from the TIFF: Artist, Copyright, EXIF.");
    }

    @Test
    void refusesAStripThatLiesOutsideTheFile() {
        byte[] whole = rgb().bytes();
        byte[] cut = Arrays.copyOf(whole, whole.length - 3);

        assertThatThrownBy(() -> Samples.read(cut))
                .isInstanceOf(InputException.class)
                .hasMessage("photo is cut short: the end of the picture is missing.");
    }

    @Test
    void photoshopsResourcesWinOverTheBareRecords() {
        Block resources = PhotoshopResources.wrap(new byte[] {28, 2, 80, 0, 0, 28});
        byte[] tiff = rgb().raw(33723, new byte[] {28, 2, 80, 0, 0})
                .raw(34377, resources.bytes())
                .bytes();

        assertThat(Objects.requireNonNull(Samples.read(tiff).metadata().iptc())).isEqualTo(resources);
    }
}
