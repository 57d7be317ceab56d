package io.cleanplate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.cleanplate.app.Display;
import io.cleanplate.app.Displays;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

class RootCommandTest {
    private final List<String> called = new ArrayList<>();

    @Test
    void whereThereIsADisplayTheWindowOpens() throws Exception {
        assertThat(root(Displays.THERE).call()).isEqualTo(ExitCode.DONE);
        assertThat(called).containsExactly("desktop");
    }

    @Test
    void whereThereIsNoneItShowsWhatItDoesAndServes() throws Exception {
        assertThat(root(Displays.NONE).call()).isEqualTo(ExitCode.DONE);
        assertThat(called).containsExactly("demonstration", "server");
    }

    private RootCommand root(Display display) {
        return new RootCommand(display, noted("desktop"), noted("demonstration"), noted("server"));
    }

    private Callable<ExitCode> noted(String name) {
        return () -> {
            called.add(name);
            return ExitCode.DONE;
        };
    }
}
