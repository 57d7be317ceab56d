package io.cleanplate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.cleanplate.app.Display;
import io.cleanplate.app.Displays;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person reads and what a script gets, without any model. */
class CommandLineInterfaceTest {
    @TempDir
    private Path folder;

    private final Map<String, String> environment = new HashMap<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void stayInTheFolder() {
        environment.put("CLEANPLATE_DATA_DIR", folder.resolve("data").toString());
    }

    @Test
    void helpShowsTheCommandsWithExamples() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("clean", "desktop", "model", "doctor", "Examples:", "--mask mask.png");
    }

    @Test
    void versionNamesProgramJavaAndSystem() {
        assertThat(run("--version")).isZero();
        assertThat(out.toString()).startsWith("cleanplate ").contains("Java 25");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    clean photo.jpg --output out                                     | --mask
                    clean photo.jpg --mask mask.png                                  | --output
                    clean --mask mask.png --output out                               | INPUT
                    clean photo.jpg --mask nowhere.png --output out                  | nowhere.png
                    clean photo.jpg --mask mask.png --output out --model dall-e      | auto, lama and see-through
                    clean photo.jpg --mask mask.png --output out --device tpu        | auto, cpu, cuda
                    clean photo.jpg --mask mask.png --output out --strategy best     | auto, original and crop
                    clean photo.jpg --mask mask.png --output out --feather 9         | 0 to 3
                    clean photo.jpg --mask mask.png --output out --margin -1         | 0 to 512
                    clean photo.jpg --mask mask.png --output out --format bmp        | same, jpeg, png, webp and tiff
                    clean photo.jpg --mask mask.png --output out.bmp                 | jpg, png, webp or tif
                    clean photo.jpg --mask mask.png --output o.png --format jpeg     | contradict
                    clean photo.jpg --mask mask.png --output out --quality best      | same and 1 to 100
                    clean photo.jpg --mask mask.png --output out --quality 101       | same and 1 to 100
                    clean photo.jpg --mask mask.png --output out --max-pixels 0      | whole numbers from 1
                    clean photo.jpg --mask mask.png --output out --report r.txt      | .json
                    clean photo.jpg --mask mask.png --output o --overwrite --resume  | exclude each other
                    clean empty --mask mask.png --output out                         | no picture in
                    model info dall-e                                                | dall-e
                    paint                                                            | paint
                    """)
    void misuseIsOneSentenceThatSaysWhatIsAccepted(String line, String says) throws Exception {
        Files.createDirectories(folder.resolve("empty"));
        Files.writeString(folder.resolve("mask.png"), "never opened");

        assertThat(run(line.strip()
                        .replace("mask.png", folder.resolve("mask.png").toString())
                        .replace(" empty ", " " + folder.resolve("empty") + " ")
                        .split(" +", -1)))
                .isEqualTo(2);
        assertThat(err.toString())
                .startsWith("cleanplate: ")
                .contains(says.strip())
                .hasLineCount(1);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void aBadVariableStopsEverythingWithOneLineThatNamesIt() {
        environment.put("CLEANPLATE_DEVICE", "gpu");

        assertThat(run("model", "list")).isEqualTo(2);
        assertThat(err.toString())
                .contains("CLEANPLATE_DEVICE", "'gpu'", "auto, cpu, cuda")
                .hasLineCount(1);
    }

    @Test
    void modelListTellsWhichFilesAreThere() {
        assertThat(run("model", "list")).isZero();
        assertThat(out.toString()).contains("see-through", "bundled", "lama", "cleanplate model fetch lama");
    }

    @Test
    void modelInfoTellsWhatAModelIsGoodFor() {
        assertThat(run("model", "info", "see-through")).isZero();
        assertThat(out.toString()).contains("good for", "Apache-2.0");
    }

    @Test
    void verifyingTheBundledModelFindsItRight() {
        assertThat(run("model", "verify", "see-through")).isZero();
        assertThat(out.toString()).contains("see-through is right");
    }

    @Test
    void nothingIsDownloadedWithoutAWordFromThePerson() {
        assertThat(run("model", "fetch", "lama")).isEqualTo(2);
        assertThat(err.toString()).contains("196 MB", "--yes").hasLineCount(1);
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void aModelThatIsNotThereSaysHowToGetIt() throws Exception {
        Files.writeString(folder.resolve("mask.png"), "never opened");

        int code = run(
                "clean",
                folder.resolve("mask.png").toString(),
                "--mask",
                folder.resolve("mask.png").toString(),
                "--output",
                folder.resolve("out").toString(),
                "--model",
                "lama");

        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).contains("cleanplate model fetch lama").hasLineCount(1);
    }

    @Test
    void withoutADisplayTheDesktopSaysInOneSentenceWhatIsMissing() {
        assertThat(run("desktop")).isEqualTo(4);
        assertThat(err.toString())
                .startsWith("cleanplate: No window can open here")
                .contains("DISPLAY", "xvfb-run")
                .hasLineCount(1);
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void theDesktopDoesNotOpenForAFileThatIsNotThere() {
        assertThat(run(Displays.THERE, "desktop", "nowhere.jpg")).isEqualTo(2);
        assertThat(err.toString()).contains("nowhere.jpg").hasLineCount(1);
        assertThat(folder.resolve("data")).doesNotExist();
    }

    private int run(String... args) {
        return run(Displays.NONE, args);
    }

    private int run(Display display, String... args) {
        Console console = new Console(new PrintWriter(out, true), new PrintWriter(err, true), false, () -> null);
        return new CommandLineInterface(console, environment, display).run(args);
    }
}
