package io.cleanplate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.cleanplate.app.Displays;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Customers and the job by command, on the embedded demo newsroom. */
class CustomerCommandTest {
    @TempDir
    private Path folder;

    private final Map<String, String> environment = new HashMap<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void useTheDemoNewsroom() {
        environment.put("CLEANPLATE_DATA_DIR", folder.toString());
    }

    @Test
    void aCustomerIsSwitchedOnWithARuleAndItsPicturesAreMarkedByTheNextRun() {
        assertThat(run("customer", "auto-mark", "valley-radio", "on", "--exclude-sources", "Meridian"))
                .isZero();
        assertThat(out.toString()).contains("auto-mark        on", "exclude sources  Meridian");

        assertThat(run("auto-mark", "--once", "--customer", "valley-radio", "--dry-run"))
                .isZero();
        assertThat(run("auto-mark", "--once", "--customer", "valley-radio", "--drain"))
                .isZero();
        assertThat(out.toString())
                .containsPattern(
                        "valley-radio: (\\d+) would be marked\\R" + "valley-radio: \\1 of \\1 marked, 0 failed");
    }

    @Test
    void anUnknownCustomerIsToldWithThoseThereAre() {
        assertThat(run("customer", "show", "nobody")).isEqualTo(2);
        assertThat(err.toString())
                .contains("'nobody'", "harbour-post, orbit-wire, valley-radio")
                .hasLineCount(1);
    }

    @Test
    void aDatabaseThatIsAwayIsOneSentenceAndNoHalfAnswer() {
        environment.put("MONGODB_URL", "mongodb://127.0.0.1:1/news?serverSelectionTimeoutMS=300&timeoutMS=500");

        assertThat(run("customer", "list")).isEqualTo(4);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString())
                .contains("127.0.0.1:1/news", "does not answer")
                .hasLineCount(1);
    }

    private int run(String... args) {
        Console console = new Console(new PrintWriter(out, true), new PrintWriter(err, true), false, () -> null);
        return new CommandLineInterface(console, environment, Displays.NONE).run(args);
    }
}
