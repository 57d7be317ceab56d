package io.cleanplate.desktop.common;

import io.cleanplate.error.UnavailableException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Shows files and folders in the system's own programs. Thread-safe. */
public final class SystemFiles {
    private final String opener;

    /** @param osName as the system property {@code os.name} */
    public SystemFiles(String osName) {
        String os = osName.toLowerCase(Locale.ROOT);
        opener = os.contains("win") ? "explorer" : os.contains("mac") ? "open" : "xdg-open";
    }

    /**
     * Opens a file or folder; returns at once.
     *
     * @throws UnavailableException when the system has no program for it: names the path, so that it can be found
     */
    public void open(Path path) {
        try {
            new ProcessBuilder(List.of(opener, path.toString()))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UnavailableException("This system cannot show it by itself. You find it at " + path + ".", e);
        }
    }
}
