package io.cleanplate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.cleanplate.app.Displays;
import io.cleanplate.imaging.Encoding;
import io.cleanplate.imaging.Format;
import io.cleanplate.imaging.Limits;
import io.cleanplate.imaging.Metadata;
import io.cleanplate.imaging.Orientation;
import io.cleanplate.imaging.OutputOptions;
import io.cleanplate.imaging.Picture;
import io.cleanplate.imaging.PictureReader;
import io.cleanplate.imaging.PictureWriter;
import io.cleanplate.imaging.Pixels;
import io.cleanplate.imaging.Rect;
import io.cleanplate.mask.Mask;
import io.cleanplate.watermark.DrawnSource;
import io.cleanplate.watermark.DrawnSource.Look;
import io.cleanplate.watermark.DrawnSource.Mark;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way from a folder of marked pictures to clean ones. */
class WatermarkCommandTest {
    private static final int WIDTH = 300;
    private static final int HEIGHT = 200;
    private static final Mark NEWS = new Mark("NEWS", 22, Look.WHITE, 0.45);
    private static final List<Pixels> CLEAN = new DrawnSource(2).clean(10, WIDTH, HEIGHT);
    private static final Mark MOXY = new Mark("MOXY", 22, Look.WHITE, 0.45);

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private Path pictures;
    private Path profile;
    private Path cleaned;
    private Path report;

    @BeforeEach
    void drawAMarkOverPictures() throws IOException {
        pictures = Files.createDirectories(folder.resolve("pictures"));
        profile = folder.resolve("meridian.mark");
        cleaned = folder.resolve("cleaned");
        report = folder.resolve("report.json");
        for (int i = 0; i < CLEAN.size(); i++) {
            write(pictures.resolve(i + ".png"), NEWS.over(CLEAN.get(i)), Orientation.UPRIGHT);
        }
    }

    @Test
    void aMarkIsLearnedAndRemovedFromAFolder() throws IOException {
        Map<String, byte[]> before = contents(pictures);

        assertThat(learn()).isZero();
        int code = apply(pictures);

        assertThat(code).isZero();
        assertThat(out.toString()).contains("bottom right corner", "10 done");
        assertThat(contents(cleaned).keySet()).isEqualTo(before.keySet());
        assertThat(contents(pictures)).containsExactlyInAnyOrderEntriesOf(before);
        Mask mask = NEWS.mask(CLEAN.getFirst());
        for (int i = 0; i < CLEAN.size(); i++) {
            assertThat(error(CLEAN.get(i), read(cleaned.resolve(i + ".png")), mask))
                    .isLessThan(0.01 * error(CLEAN.get(i), NEWS.over(CLEAN.get(i)), mask));
        }
    }

    @Test
    void picturesWithoutTheMarkAreLeftAloneAndListedAndBadFilesStopNothing() throws IOException {
        learn();
        Path incoming = Files.createDirectories(folder.resolve("incoming"));
        write(incoming.resolve("marked.png"), NEWS.over(CLEAN.getFirst()), Orientation.UPRIGHT);
        write(incoming.resolve("other.png"), MOXY.over(CLEAN.get(1)), Orientation.UPRIGHT);
        Files.writeString(incoming.resolve("bad.jpg"), "no picture");

        int code = apply(incoming, "--report", report.toString());

        assertThat(code).isEqualTo(3);
        assertThat(cleaned.resolve("marked.png")).exists();
        assertThat(cleaned.resolve("other.png")).doesNotExist();
        assertThat(out.toString()).contains("1 done, 1 left alone, 1 failed");
        assertThat(err.toString()).contains("left alone: " + incoming.resolve("other.png"), "bad.jpg");
        Map<String, JsonObject> told = told();
        assertThat(told(told, "marked.png").get("confidence").getAsDouble()).isGreaterThan(0.8);
        assertThat(told(told, "other.png").get("status").getAsString()).isEqualTo("left_alone");
        assertThat(told(told, "other.png").get("reason").getAsString()).contains("not found");
        assertThat(told(told, "bad.jpg").get("status").getAsString()).isEqualTo("failed");
    }

    @Test
    void whatIsLessSureThanAskedForIsLeftAlone() {
        learn();

        int code = apply(pictures, "--min-confidence", "1");

        assertThat(code).isEqualTo(3);
        assertThat(err.toString()).contains("less than 1.00");
        assertThat(cleaned).doesNotExist();
    }

    @Test
    void picturesThatAreStoredTurnedAreLearnedAndCleanedAsTheyAreSeen() throws IOException {
        for (int i = 0; i < CLEAN.size(); i += 2) {
            Pixels stored = NEWS.over(CLEAN.get(i)).turned(Orientation.TURN_270);
            Files.delete(pictures.resolve(i + ".png"));
            write(pictures.resolve(i + ".jpg"), stored, Orientation.TURN_90);
        }

        assertThat(learn()).isZero();
        apply(pictures);

        assertThat(err.toString()).doesNotContain("without the mark");
        Mask mask = NEWS.mask(CLEAN.getFirst());
        Pixels result = read(cleaned.resolve("4.jpg"));
        assertThat(result.width()).isEqualTo(HEIGHT);
        assertThat(error(CLEAN.get(4), result.turned(Orientation.TURN_90), mask))
                .isLessThan(0.05 * error(CLEAN.get(4), NEWS.over(CLEAN.get(4)), mask));
    }

    @Test
    void resumingGoesOnAndOverwritingIsAskedFor() throws IOException {
        learn();
        apply(pictures);
        Files.delete(cleaned.resolve("3.png"));

        assertThat(apply(pictures, "--resume")).isZero();
        assertThat(out.toString()).contains("1 done, 9 skipped");
        assertThat(apply(pictures)).isEqualTo(3);
        assertThat(out.toString()).contains("10 failed");
        assertThat(apply(pictures, "--overwrite")).isZero();
    }

    @Test
    void theProfileIsNotReplacedByAPicture() throws IOException {
        learn();
        byte[] before = Files.readAllBytes(profile);

        apply(pictures.resolve("0.png"), profile, "--format", "png", "--overwrite");

        assertThat(profile).hasBinaryContent(before);
        assertThat(err.toString()).contains("never overwritten");
    }

    @Test
    void cleanPicturesTeachNothing() throws IOException {
        for (int i = 0; i < CLEAN.size(); i++) {
            write(pictures.resolve(i + ".png"), CLEAN.get(i), Orientation.UPRIGHT);
        }

        assertThat(learn()).isEqualTo(2);
        assertThat(err.toString()).contains("no mark");
        assertThat(profile).doesNotExist();
    }

    @Test
    void ofTwoMarksThePicturesOfEachAreNamed() throws IOException {
        for (int i = 5; i < 10; i++) {
            write(pictures.resolve(i + ".png"), MOXY.over(CLEAN.get(i)), Orientation.UPRIGHT);
        }

        assertThat(learn()).isEqualTo(2);
        assertThat(err.toString())
                .contains(
                        "mark 1: " + pictures.resolve("0.png"), "mark 2: " + pictures.resolve("9.png"), "2 different");
        assertThat(profile).doesNotExist();
    }

    @Test
    void whatCannotBeReadIsToldAndTheRestTeaches() throws IOException {
        Files.writeString(pictures.resolve("bad.jpg"), "no picture");

        assertThat(learn()).isEqualTo(3);
        assertThat(err.toString()).contains("failed: ", "bad.jpg");
        assertThat(profile).exists();
    }

    @Test
    void aProfileThatIsThereIsReplacedOnlyWhenAsked() throws IOException {
        Files.writeString(profile, "mine");

        assertThat(learn()).isEqualTo(2);
        assertThat(profile).hasContent("mine");
        assertThat(learn("--overwrite")).isZero();
    }

    @Test
    void aProfileIsShownInWordsAndPictures() {
        learn("--name", "Meridian", "--customer", "valley-radio");
        out.getBuffer().setLength(0);

        assertThat(run("watermark", "show", profile.toString())).isZero();

        assertThat(out.toString()).contains("Meridian, customer valley-radio", "10, version 1", "colour     one");
        Pixels opacity = read(folder.resolve("meridian.mark.opacity.png"));
        Pixels colour = read(folder.resolve("meridian.mark.colour.png"));
        int most = 0;
        for (int i = 0; i < opacity.width() * opacity.height(); i++) {
            int x = i % opacity.width();
            int y = i / opacity.width();
            most = Math.max(most, opacity.sample(x, y, 0));
            assertThat(opacity.sample(x, y, 0) < 60 || colour.sample(x, y, 1) > 235)
                    .isTrue();
        }
        assertThat(most).isBetween(105, 130);
    }

    @Test
    void theProfileThatFitsAPictureIsFound() throws IOException {
        Path marks = Files.createDirectories(folder.resolve("marks"));
        profile = marks.resolve("news.mark");
        learn();
        for (int i = 0; i < 10; i++) {
            write(pictures.resolve(i + ".png"), MOXY.over(CLEAN.get(i)), Orientation.UPRIGHT);
        }
        profile = marks.resolve("moxy.mark");
        learn();
        Files.writeString(marks.resolve("broken.mark"), "no profile");
        Path plain = folder.resolve("plain.png");
        write(plain, CLEAN.getFirst(), Orientation.UPRIGHT);
        out.getBuffer().setLength(0);

        int code = run(
                "watermark",
                "find",
                pictures.resolve("0.png").toString(),
                plain.toString(),
                "--profiles",
                marks.toString());

        assertThat(code).isEqualTo(3);
        assertThat(out.toString())
                .contains(pictures.resolve("0.png") + ": " + profile, plain + ": none of these marks")
                .doesNotContain("news.mark");
        assertThat(err.toString()).contains("broken.mark is no watermark profile");
    }

    @Test
    void aWrongConfidenceIsRefusedWithWhatIsAccepted() {
        learn();

        assertThat(apply(pictures, "--min-confidence", "80")).isEqualTo(2);
        assertThat(err.toString()).contains("--min-confidence is 80.0: accepted are numbers from 0 to 1.");
    }

    private int learn(String... more) {
        return run(with(more, "watermark", "learn", pictures.toString(), "--output", profile.toString()));
    }

    private int apply(Path input, String... more) {
        return apply(input, cleaned, more);
    }

    private int apply(Path input, Path output, String... more) {
        return run(
                with(more, "watermark", "apply", profile.toString(), input.toString(), "--output", output.toString()));
    }

    private static String[] with(String[] more, String... usual) {
        return Stream.concat(Stream.of(usual), Stream.of(more)).toArray(String[]::new);
    }

    private int run(String... args) {
        Console console = new Console(new PrintWriter(out, true), new PrintWriter(err, true), false, () -> null);
        Map<String, String> environment =
                Map.of("CLEANPLATE_DATA_DIR", Path.of("target", "test-data").toString());
        return new CommandLineInterface(console, environment, Displays.NONE).run(args);
    }

    private Map<String, JsonObject> told() throws IOException {
        Map<String, JsonObject> told = new TreeMap<>();
        for (JsonElement picture : JsonParser.parseString(Files.readString(report))
                .getAsJsonObject()
                .getAsJsonArray("pictures")) {
            JsonObject json = picture.getAsJsonObject();
            told.put(String.valueOf(Path.of(json.get("input").getAsString()).getFileName()), json);
        }
        return told;
    }

    private static JsonObject told(Map<String, JsonObject> pictures, String name) {
        return Objects.requireNonNull(pictures.get(name), name);
    }

    private static void write(Path file, Pixels pixels, Orientation orientation) throws IOException {
        Metadata metadata = new Metadata(null, null, null, null, null, orientation);
        Picture picture = new Picture(pixels, metadata, new Encoding(Format.PNG, null, true), new ArrayList<>());
        OutputOptions options = new OutputOptions(Format.ofName(file), null);
        Files.write(file, new PictureWriter().encode(picture, options).bytes());
    }

    private static Pixels read(Path file) {
        return new PictureReader(Limits.DEFAULT).read(file).pixels();
    }

    private static Map<String, byte[]> contents(Path folder) throws IOException {
        Map<String, byte[]> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                contents.put(String.valueOf(file.getFileName()), Files.readAllBytes(file));
            }
        }
        return contents;
    }

    private static double error(Pixels truth, Pixels result, Mask mask) {
        Rect area = mask.bounds();
        double sum = 0;
        for (int y = area.top(); y < area.bottom(); y++) {
            for (int x = area.left(); x < area.right(); x++) {
                double off = mask.get(x, y) ? truth.sample(x, y, 1) - result.sample(x, y, 1) : 0;
                sum += off * off;
            }
        }
        return sum;
    }
}
