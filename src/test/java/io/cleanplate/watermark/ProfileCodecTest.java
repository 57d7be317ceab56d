package io.cleanplate.watermark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.cleanplate.error.InputException;
import io.cleanplate.watermark.Profile.Event;
import io.cleanplate.watermark.Profile.Owner;
import io.cleanplate.watermark.Profile.Quality;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32C;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ProfileCodecTest {
    private final ProfileCodec codec = new ProfileCodec();

    @Property(tries = 50)
    void aProfileComesBackAsItWas(
            @ForAll @IntRange(min = 1, max = 40) int width,
            @ForAll @IntRange(min = 1, max = 20) int height,
            @ForAll long seed) {
        Profile profile = profile(width, height, seed);

        Profile back = codec.decode(codec.encode(profile), "mark.cpwm");

        assertThat(back)
                .usingRecursiveComparison()
                .ignoringFields("planes", "moments")
                .isEqualTo(profile);
        for (int i = 0; i < width * height; i++) {
            for (int plane = 0; plane < 3; plane++) {
                assertThat(back.planes().opacity(plane)[i])
                        .isCloseTo(profile.planes().opacity(plane)[i], within(1e-5f));
                assertThat(back.planes().colour(plane)[i])
                        .isCloseTo(profile.planes().colour(plane)[i], within(0.01f));
            }
        }
    }

    @Test
    void whatPicturesToldComesBackAlmostExactly() {
        Profile bare = profile(12, 7, 3);
        Moments moments = Moments.supposed(bare.planes(), new Quality(9, 0.8, 1, true));

        Moments back =
                codec.decode(codec.encode(with(bare, moments)), "mark.cpwm").moments();

        assertThat(back.pictures()).isEqualTo(9);
        assertThat(back.mask()).isEqualTo(moments.mask());
        for (int at = 0; at < moments.size(); at++) {
            for (int plane = 0; plane < 3; plane++) {
                for (double opacity : new double[] {0, 0.4, 0.9}) {
                    double error = moments.squaredError(plane, at, opacity, 30);
                    assertThat(back.squaredError(plane, at, opacity, 30)).isCloseTo(error, within(1e-3 * error + 0.5));
                }
            }
        }
    }

    @Test
    void theFirstFormatWhichKeptNoMomentsIsRead() {
        Profile profile = profile(12, 7, 5);
        byte[] second = codec.encode(profile);
        byte[] first = java.util.Arrays.copyOf(second, second.length - Double.BYTES);
        ByteBuffer bytes = ByteBuffer.wrap(first).putShort(4, (short) 1);
        CRC32C checksum = new CRC32C();
        checksum.update(first, 0, first.length - Integer.BYTES);
        bytes.putInt(first.length - Integer.BYTES, (int) checksum.getValue());

        Profile back = codec.decode(first, "old.mark");

        assertThat(back)
                .usingRecursiveComparison()
                .ignoringFields("planes", "moments")
                .isEqualTo(profile);
        assertThat(back.moments().isNone()).isTrue();
    }

    @Property(tries = 200)
    void noByteCanBeChangedUnnoticed(@ForAll @IntRange(min = 0, max = 100_000) int at, @ForAll long seed) {
        Profile bare = profile(12, 7, seed);
        byte[] bytes = codec.encode(with(bare, Moments.supposed(bare.planes(), bare.quality())));
        bytes[at % bytes.length] ^= 0x10;

        assertThatThrownBy(() -> codec.decode(bytes, "mark.cpwm"))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("mark.cpwm is");
    }

    @Property(tries = 100)
    void aProfileThatWasCutOffIsRefused(@ForAll @IntRange(min = 0, max = 100_000) int length) {
        byte[] bytes = codec.encode(profile(12, 7, 1));

        assertThatThrownBy(() -> codec.decode(java.util.Arrays.copyOf(bytes, length % bytes.length), "mark.cpwm"))
                .isInstanceOf(InputException.class);
    }

    @Test
    void anotherFileIsToldFromADamagedProfile() {
        byte[] text = "Once upon a time".getBytes(StandardCharsets.US_ASCII);

        assertThatThrownBy(() -> codec.decode(text, "story.txt"))
                .isInstanceOf(InputException.class)
                .hasMessage("story.txt is no watermark profile.");
    }

    private static Profile with(Profile bare, Moments moments) {
        return new Profile(
                bare.owner(),
                bare.sizeClass(),
                bare.place(),
                bare.plane(),
                bare.planes(),
                bare.quality(),
                bare.version(),
                bare.history(),
                moments);
    }

    private static Profile profile(int width, int height, long seed) {
        Random random = new Random(seed);
        float[][] planes = new float[5][width * height];
        for (int plane = 0; plane < planes.length; plane++) {
            for (int i = 0; i < planes[plane].length; i++) {
                planes[plane][i] = plane < 2 ? random.nextFloat() : random.nextFloat() * 510 - 255;
            }
        }
        return new Profile(
                new Owner("valley-radio", "Meridian"),
                new SizeClass(random.nextInt(5000), random.nextBoolean()),
                new Place(Anchor.BOTTOM_RIGHT, -random.nextInt(300), -random.nextInt(100), width, height),
                random.nextInt(3),
                new MarkPlanes(width, height, planes[0], planes[1], new float[][] {planes[2], planes[3], planes[4]}),
                new Quality(random.nextInt(100), random.nextDouble(), random.nextDouble(), random.nextBoolean()),
                1 + random.nextInt(9),
                List.of(new Event(Instant.ofEpochSecond(random.nextInt(), 5), 1, 10, "Learned from 10 pictures.")));
    }
}
