package io.cleanplate.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExifBlockTest {
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void readsTheOrientationInBothByteOrders(boolean littleEndian) {
        Block exif = new Block(
                new TiffBytes(littleEndian).ascii(271, "Maker").shorts(274, 8).bytes());

        assertThat(ExifBlock.orientation(exif)).isEqualTo(Orientation.TURN_270);
    }

    @ParameterizedTest
    @EnumSource(Orientation.class)
    void readsBackTheOrientationOfAMinimalBlock(Orientation orientation) {
        assertThat(ExifBlock.orientation(ExifBlock.ofOrientation(orientation))).isEqualTo(orientation);
    }

    @Test
    void takesABlockWithoutOrientationAsUpright() {
        Block exif = new Block(new TiffBytes(true).ascii(271, "Maker").bytes());

        assertThat(ExifBlock.orientation(exif)).isEqualTo(Orientation.UPRIGHT);
    }

    @Property
    void survivesAnyBytes(@ForAll byte[] garbage) {
        Block block = new Block(garbage);

        assertThat(ExifBlock.orientation(block)).isNotNull();
        assertThat(ExifBlock.withoutThumbnail(block)).hasSameSizeAs(garbage);
    }

    @Property
    void survivesAnyDirectory(@ForAll byte[] garbage) {
        byte[] tiff = new byte[8 + garbage.length];
        System.arraycopy(new byte[] {'I', 'I', 42, 0, 8, 0, 0, 0}, 0, tiff, 0, 8);
        System.arraycopy(garbage, 0, tiff, 8, garbage.length);
        Block block = new Block(tiff);

        assertThat(ExifBlock.orientation(block)).isNotNull();
        assertThat(ExifBlock.withoutThumbnail(block)).hasSameSizeAs(tiff);
    }

    @Test
    void takesTheThumbnailOutOfTheChainAndChangesNothingElse() {
        Block exif = Samples.exif(Orientation.TURN_90);

        byte[] without = ExifBlock.withoutThumbnail(exif);

        assertThat(TiffDirectory.all(exif.bytes())).hasSize(2);
        assertThat(TiffDirectory.all(without)).hasSize(1);
        int changed = 0;
        for (int i = 0; i < without.length; i++) {
            changed += without[i] == exif.bytes()[i] ? 0 : 1;
        }
        assertThat(changed).isBetween(1, 4);
        assertThat(ExifBlock.orientation(new Block(without))).isEqualTo(Orientation.TURN_90);
    }

    @Test
    void endsAChainOfDirectoriesThatBitesItsTail() {
        byte[] tiff = {'I', 'I', 42, 0, 8, 0, 0, 0, 0, 0, 8, 0, 0, 0};

        assertThat(TiffDirectory.all(tiff)).hasSize(1);
    }
}
