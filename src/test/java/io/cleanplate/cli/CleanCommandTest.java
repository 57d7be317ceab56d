package io.cleanplate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.cleanplate.app.Displays;
import io.cleanplate.imaging.AwkwardPictures;
import io.cleanplate.imaging.Limits;
import io.cleanplate.imaging.PictureReader;
import io.cleanplate.imaging.Pixels;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way from the command line to files, with real models. */
class CleanCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Map<String, String> environment = new HashMap<>(
            Map.of("CLEANPLATE_DATA_DIR", Path.of("target", "test-data").toString()));

    private Path photos;
    private Path mask;
    private Path cleaned;
    private Path report;

    @BeforeEach
    void makeAFolderOfAwkwardPictures() throws IOException {
        photos = folder.resolve("photos");
        mask = folder.resolve("mask.png");
        cleaned = folder.resolve("cleaned");
        report = folder.resolve("report.json");
        AwkwardPictures.writeInto(photos, mask);
    }

    @Test
    void ofARoughFolderNothingIsLostAndTheReportTellsEach() throws IOException {
        Map<String, byte[]> before = contents(photos);

        int code = clean("--report", report.toString());

        assertThat(code).isEqualTo(3);
        Map<String, JsonObject> told = pictures();
        assertThat(told.keySet()).containsExactlyInAnyOrderElementsOf(before.keySet());
        assertThat(AwkwardPictures.GOOD)
                .allSatisfy(name ->
                        assertThat(told(told, name).get("status").getAsString()).isEqualTo("done"));
        assertThat(AwkwardPictures.BAD).allSatisfy(name -> {
            assertThat(told(told, name).get("status").getAsString()).isEqualTo("failed");
            assertThat(told(told, name).get("error").getAsString())
                    .contains(name)
                    .doesNotContain("Exception");
        });
        assertThat(contents(photos)).containsExactlyInAnyOrderEntriesOf(before);
        assertThat(contents(cleaned).keySet())
                .containsExactlyInAnyOrder("cmyk.jpg", "deep.png", "mislabelled.png", "transparent.webp");
    }

    @Test
    void failuresAreListedAtTheEndWithTheReasonOfEach() {
        clean();

        assertThat(err.toString())
                .contains(
                        "animated.gif",
                        "animated GIF",
                        "bomb.png",
                        "900 megapixels",
                        "empty.jpg is empty",
                        "text.png is a text file",
                        "truncated.jpg");
        assertThat(out.toString()).contains("4 done, 5 failed");
    }

    @Test
    void whatLiesBesideTheMaskKeepsItsBitsInDepthAndTransparency() {
        clean();

        Pixels before = read(photos.resolve("deep.png"));
        Pixels after = read(cleaned.resolve("deep.png"));
        assertThat(after.depth()).isEqualTo(16);
        assertThat(after.sample(0, 0, 0)).isEqualTo(before.sample(0, 0, 0));
        assertThat(after.sample(15, 15, 2)).isEqualTo(before.sample(15, 15, 2));
        assertThat(read(cleaned.resolve("transparent.webp")).alpha())
                .isEqualTo(read(photos.resolve("transparent.webp")).alpha());
    }

    @Test
    void cleaningTwiceGivesTheSameBytes() throws IOException {
        clean();
        Map<String, byte[]> first = contents(cleaned);
        cleaned = folder.resolve("again");
        clean();

        assertThat(contents(cleaned)).containsExactlyInAnyOrderEntriesOf(first);
    }

    @Test
    void resumingLeavesWhatIsDone() throws IOException {
        clean();
        Map<String, byte[]> first = contents(cleaned);
        Files.delete(cleaned.resolve("deep.png"));

        clean("--resume", "--report", report.toString());

        assertThat(contents(cleaned)).containsExactlyInAnyOrderEntriesOf(first);
        assertThat(told(pictures(), "cmyk.jpg").get("status").getAsString()).isEqualTo("skipped");
        assertThat(told(pictures(), "deep.png").get("status").getAsString()).isEqualTo("done");
    }

    @Test
    void lamaRunsFromAFileThatThePersonNames() throws IOException {
        environment.put("LAMA_MODEL_PATH", "src/test/resources/models/lama-graph-tiny.pt");

        int code = run(
                "clean",
                photos.resolve("deep.png").toString(),
                "--mask",
                mask.toString(),
                "--output",
                folder.resolve("one.webp").toString(),
                "--model",
                "lama",
                "--report",
                report.toString());

        assertThat(code).isZero();
        assertThat(folder.resolve("one.webp")).isNotEmptyFile();
        assertThat(JsonParser.parseString(Files.readString(report))
                        .getAsJsonObject()
                        .get("model")
                        .getAsString())
                .isEqualTo("lama");
        assertThat(err.toString()).contains("16 bits");
    }

    @Test
    void theDemonstrationTellsWhereItsPicturesLie() {
        int code = run("demo");

        assertThat(code).isZero();
        assertThat(out.toString()).contains("before.png", "mask.png", "after.png", "cleanplate clean photo.jpg");
        Pixels before = read(Path.of("target", "test-data", "demo", "before.png"));
        Pixels after = read(Path.of("target", "test-data", "demo", "after.png"));
        assertThat(after.color()).isNotEqualTo(before.color());
    }

    @Test
    void theDoctorFindsThatPicturesCanBeCleaned() {
        int code = run("doctor");

        assertThat(code).isZero();
        assertThat(out.toString()).contains("Java", "memory", "data folder", "PyTorch", "see-through", "lama", "GPU");
    }

    private int clean(String... more) {
        String[] usual = {"clean", photos.toString(), "--mask", mask.toString(), "--output", cleaned.toString()};
        return run(Stream.concat(Stream.of(usual), Stream.of(more)).toArray(String[]::new));
    }

    private int run(String... args) {
        Console console = new Console(new PrintWriter(out, true), new PrintWriter(err, true), false, () -> null);
        return new CommandLineInterface(console, environment, Displays.NONE).run(args);
    }

    private static JsonObject told(Map<String, JsonObject> pictures, String name) {
        return Objects.requireNonNull(pictures.get(name), name);
    }

    private Map<String, JsonObject> pictures() throws IOException {
        Map<String, JsonObject> pictures = new TreeMap<>();
        for (JsonElement picture : JsonParser.parseString(Files.readString(report))
                .getAsJsonObject()
                .getAsJsonArray("pictures")) {
            JsonObject json = picture.getAsJsonObject();
            pictures.put(String.valueOf(Path.of(json.get("input").getAsString()).getFileName()), json);
        }
        return pictures;
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

    private static Pixels read(Path file) {
        return new PictureReader(Limits.DEFAULT).read(file).pixels();
    }
}
