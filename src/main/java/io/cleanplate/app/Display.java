package io.cleanplate.app;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether windows could open here. Loads nothing of a display. Immutable. */
public final class Display {
    /** What JavaFX's windows need on Linux: libraries, and the Debian packages that hold them. */
    private static final Map<String, String> LIBRARIES = Map.of(
            "libgtk-3.so.0", "libgtk-3-0",
            "libGL.so.1", "libgl1",
            "libXxf86vm.so.1", "libxxf86vm1",
            "libXtst.so.6", "libxtst6");

    private final Map<String, String> environment;
    private final boolean linux;
    private final boolean headless;
    private final Predicate<String> installed;

    /** This process's. */
    public static Display ofProcess() {
        return new Display(
                System.getenv(),
                System.getProperty("os.name"),
                System.getProperty("glass.platform"),
                Display::isInstalled);
    }

    /**
     * A machine's.
     *
     * @param platform JavaFX's property {@code glass.platform}; {@code Headless} draws windows that nobody sees and needs
     *     nothing
     * @param installed whether a shared library is there
     */
    Display(Map<String, String> environment, String osName, @Nullable String platform, Predicate<String> installed) {
        this.environment = Map.copyOf(environment);
        this.headless = "Headless".equals(platform);
        this.linux = osName.toLowerCase(Locale.ROOT).contains("linux");
        this.installed = installed;
    }

    /** Why no window can open here and what would help, a sentence; empty when one can. */
    public Optional<String> lacks() {
        List<String> lacking = new ArrayList<>();
        if (!hasJavafx()) {
            lacking.add("JavaFX's jars are not beside the program");
        }
        if (!hasDisplay()) {
            lacking.add("DISPLAY names no X display (a desktop session sets it; xvfb-run stands in for one)");
        }
        List<String> packages = missing().stream().map(LIBRARIES::get).toList();
        if (!packages.isEmpty()) {
            lacking.add("libraries are not installed (on Debian: apt-get install " + String.join(" ", packages) + ")");
        }
        return lacking.isEmpty()
                ? Optional.empty()
                : Optional.of("No window can open here: " + String.join(", and ", lacking) + ".");
    }

    List<Finding> examine() {
        List<Finding> findings = new ArrayList<>();
        findings.add(
                hasDisplay()
                        ? Finding.good("display", linux && !headless ? display() : "the system's own")
                        : Finding.missing("display", "windows cannot open: DISPLAY is not set"));
        if (!hasJavafx()) {
            findings.add(Finding.missing("JavaFX", "windows cannot open: its jars are not beside the program"));
        }
        List<String> missing = missing().stream()
                .map(library -> library + " (package " + LIBRARIES.get(library) + ")")
                .toList();
        if (!missing.isEmpty()) {
            findings.add(Finding.missing("libraries", "windows cannot open: install " + String.join(", ", missing)));
        }
        return findings;
    }

    private static boolean hasJavafx() {
        return Display.class.getResource("/javafx/application/Application.class") != null;
    }

    /** JavaFX speaks to an X server, which a Wayland session has beside its own. */
    private boolean hasDisplay() {
        return !linux || headless || !display().isBlank();
    }

    private String display() {
        return environment.getOrDefault("DISPLAY", "");
    }

    private List<String> missing() {
        return linux && !headless
                ? LIBRARIES.keySet().stream()
                        .filter(library -> !installed.test(library))
                        .sorted()
                        .toList()
                : List.of();
    }

    private static boolean isInstalled(String library) {
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
