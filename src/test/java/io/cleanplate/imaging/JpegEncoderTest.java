package io.cleanplate.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.cleanplate.imaging.JpegEncoding.Component;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JpegEncoderTest {
    @ParameterizedTest
    @ValueSource(strings = {"astronaut", "coffee", "eclipse", "road-sign"})
    void theSourcesTablesSamplingAndOrderAreTakenOver(String name) {
        Picture source = Samples.read(Samples.photograph(name));

        Picture back = Samples.read(
                new PictureWriter().encode(source, OutputOptions.SAME).bytes());

        assertThat(back.encoding().jpeg())
                .isNotNull()
                .isEqualTo(source.encoding().jpeg());
    }

    @Test
    void aPhotographComesOutNearlyAsItWentIn() {
        Picture source = Samples.read(Samples.photograph("cat"));

        byte[] back = Samples.read(
                        new PictureWriter().encode(source, OutputOptions.SAME).bytes())
                .pixels()
                .color();

        double difference = IntStream.range(0, back.length)
                .map(i -> Math.abs((back[i] & 0xFF) - (source.pixels().color()[i] & 0xFF)))
                .average()
                .orElseThrow();
        assertThat(difference).isLessThan(0.5);
    }

    @Test
    void threeTablesOfTheirOwnRareSamplingAndProgressiveOrderAreTakenOver() {
        JpegEncoding rare = new JpegEncoding(
                List.of(new Component(2, 1, table(3)), new Component(1, 1, table(50)), new Component(1, 1, table(90))),
                true);
        Picture source = jpeg(Samples.gradient(50, 30, 3), rare);

        Picture back = Samples.read(
                new PictureWriter().encode(source, OutputOptions.SAME).bytes());

        assertThat(back.encoding().jpeg()).isEqualTo(rare);
    }

    @Test
    void greyIsWrittenAsGrey() {
        JpegEncoding grey = new JpegEncoding(List.of(new Component(1, 1, table(7))), false);

        Picture back = Samples.read(new PictureWriter()
                .encode(jpeg(Samples.gradient(50, 30, 1), grey), OutputOptions.SAME)
                .bytes());

        assertThat(back.pixels().channels()).isOne();
        assertThat(back.encoding().jpeg()).isEqualTo(grey);
    }

    @ParameterizedTest
    @CsvSource({"95, 1, 2", "90, 1, 3", "89, 2, 4", "50, 2, 16", "25, 2, 32", "1, 2, 255", "100, 1, 1"})
    void aQualityScalesTheStandardTables(int quality, int sampling, int firstDivisor) {
        Picture png = Samples.lossless(Samples.gradient(50, 30, 3));

        JpegEncoding encoding = encoding(Samples.write(png, Format.JPEG, quality));

        assertThat(encoding.components().getFirst().table().getFirst()).isEqualTo(firstDivisor);
        assertThat(encoding.components().getFirst().horizontal()).isEqualTo(sampling);
        assertThat(encoding.components().getFirst().vertical()).isEqualTo(sampling);
    }

    @Test
    void aQualityKeepsTheSourcesSampling() {
        JpegEncoding source = new JpegEncoding(
                List.of(new Component(2, 1, table(3)), new Component(1, 1, table(3)), new Component(1, 1, table(3))),
                false);

        JpegEncoding encoding = encoding(Samples.write(jpeg(Samples.gradient(50, 30, 3), source), null, 95));

        assertThat(encoding.components().getFirst().horizontal()).isEqualTo(2);
        assertThat(encoding.components().getFirst().vertical()).isEqualTo(1);
        assertThat(encoding.components().getFirst().table().getFirst()).isEqualTo(2);
    }

    @Test
    void anotherSourceGivesQuality95WithoutSubsampling() {
        Picture png = Samples.lossless(Samples.gradient(50, 30, 3));

        assertThat(encoding(Samples.write(png, Format.JPEG, null)))
                .isEqualTo(encoding(Samples.write(png, Format.JPEG, 95)));
    }

    @Test
    void aSamplingThatTheCodecCannotWriteFallsBackToQuality95() {
        JpegEncoding odd = new JpegEncoding(
                List.of(new Component(3, 1, table(3)), new Component(2, 1, table(3)), new Component(1, 1, table(3))),
                false);

        JpegEncoding encoding =
                encoding(new PictureWriter().encode(jpeg(Samples.gradient(50, 30, 3), odd), OutputOptions.SAME));

        assertThat(encoding.components()).allMatch(component -> component.horizontal() == 1);
    }

    @Test
    void blocksThatAreLongerThanASegmentAreNamed() {
        byte[] large = new byte[70_000];
        Metadata metadata =
                new Metadata(new Block(large), new Block(large), new Block(large), null, null, Orientation.UPRIGHT);

        Encoded encoded = Samples.write(Samples.lossless(Samples.gradient(9, 9, 3), metadata), Format.JPEG, null);

        assertThat(encoded.notices())
                .containsExactly(
                        "JPEG could not keep: the EXIF (longer than a segment), the XMP (longer than a segment).");
        assertThat(Samples.read(encoded.bytes()).metadata().iptc()).isEqualTo(new Block(large));
    }

    private static JpegEncoding encoding(Encoded encoded) {
        return Objects.requireNonNull(Samples.read(encoded.bytes()).encoding().jpeg());
    }

    private static Picture jpeg(Pixels pixels, JpegEncoding encoding) {
        return new Picture(pixels, Metadata.NONE, new Encoding(Format.JPEG, encoding, false), List.of());
    }

    /** A table of 64 divisors from one on, so that any mix-up of their order shows. */
    private static List<Integer> table(int from) {
        List<Integer> table =
                new ArrayList<>(IntStream.range(from, from + 64).boxed().toList());
        Collections.swap(table, 10, 50);
        return table;
    }
}
