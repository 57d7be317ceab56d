package io.cleanplate.app;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Whether windows could open here. Loads nothing of a display. */
final class Display {
    /** What JavaFX's windows need on Linux: libraries, and the Debian packages that hold them. */
    private static final Map<String, String> LIBRARIES =
            Map.of("libgtk-3.so.0", "libgtk-3-0", "libGL.so.1", "libgl1", "libXxf86vm.so.1", "libxxf86vm1");

    private final Map<String, String> environment;
    private final boolean linux;

    Display(Map<String, String> environment, String osName) {
        this.environment = environment;
        this.linux = osName.toLowerCase(Locale.ROOT).contains("linux");
    }

    List<Finding> examine() {
        List<Finding> findings = new ArrayList<>();
        String name = environment.getOrDefault("WAYLAND_DISPLAY", environment.getOrDefault("DISPLAY", ""));
        findings.add(
                !linux || !name.isBlank()
                        ? Finding.good("display", linux ? name : "the system's own")
                        : Finding.missing(
                                "display", "windows cannot open: neither DISPLAY nor WAYLAND_DISPLAY is set"));
        if (Display.class.getResource("/javafx/application/Application.class") == null) {
            findings.add(Finding.missing("JavaFX", "windows cannot open: its jars are not beside the program"));
        }
        List<String> missing = linux
                ? LIBRARIES.entrySet().stream()
                        .filter(library -> !installed(library.getKey()))
                        .map(library -> library.getKey() + " (package " + library.getValue() + ")")
                        .sorted()
                        .toList()
                : List.of();
        if (!missing.isEmpty()) {
            findings.add(Finding.missing("libraries", "windows cannot open: install " + String.join(", ", missing)));
        }
        return findings;
    }

    private static boolean installed(String library) {
        return Stream.of("/lib", "/usr/lib", "/usr/lib64", "/lib64", "/usr/local/lib")
                .map(Path::of)
                .anyMatch(folder -> holds(folder, library));
    }

    /** In the folder itself, or in one a level below, where Debian keeps an architecture's libraries. */
    private static boolean holds(Path folder, String library) {
        if (Files.exists(folder.resolve(library))) {
            return true;
        }
        try (DirectoryStream<Path> below = Files.newDirectoryStream(folder, Files::isDirectory)) {
            for (Path each : below) {
                if (Files.exists(each.resolve(library))) {
                    return true;
                }
            }
            return false;
        } catch (IOException unreadable) {
            return false;
        }
    }
}
