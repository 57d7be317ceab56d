package io.cleanplate.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DisplayTest {
    private static final Map<String, String> SESSION = Map.of("DISPLAY", ":0");

    @Test
    void aLinuxDesktopWithItsLibrariesLacksNothing() {
        assertThat(new Display(SESSION, "Linux", null, library -> true).lacks()).isEmpty();
    }

    @Test
    void withoutADisplayTheSentenceNamesTheVariableAndAWayOut() {
        assertThat(new Display(Map.of(), "Linux", null, library -> true).lacks())
                .hasValueSatisfying(sentence ->
                        assertThat(sentence).contains("DISPLAY", "xvfb-run").doesNotContain("apt-get"));
    }

    @Test
    void withoutLibrariesTheSentenceNamesThePackagesThatHoldThem() {
        assertThat(new Display(SESSION, "Linux", null, library -> library.equals("libXtst.so.6")).lacks())
                .hasValueSatisfying(sentence -> assertThat(sentence)
                        .contains("apt-get install libgl1 libxxf86vm1 libgtk-3-0")
                        .doesNotContain("libxtst6", "xvfb"));
    }

    @Test
    void aWaylandSessionWithoutAnXServerIsNoDisplay() {
        Map<String, String> wayland = Map.of("WAYLAND_DISPLAY", "wayland-0");

        assertThat(new Display(wayland, "Linux", null, library -> true).lacks()).isPresent();
    }

    @Test
    void otherSystemsBringAllThatIsNeeded() {
        assertThat(new Display(Map.of(), "Windows 11", null, library -> false).lacks())
                .isEmpty();
        assertThat(new Display(Map.of(), "Mac OS X", null, library -> false).lacks())
                .isEmpty();
    }

    @Test
    void windowsThatNobodySeesNeedNothing() {
        assertThat(new Display(Map.of(), "Linux", "Headless", library -> false).lacks())
                .isEmpty();
    }
}
