package io.cleanplate.config;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the program keeps what it needs between runs, unless {@code CLEANPLATE_DATA_DIR} says otherwise: the folder that
 * each system has for this (XDG Base Directory 0.8; Apple's File System Programming Guide; Windows' LocalAppData).
 */
final class DataFolder {
    private DataFolder() {}

    static Path byDefault(Map<String, String> environment, String osName, Path home) {
        String os = osName.toLowerCase(Locale.ROOT);
        if (os.contains("win")) {
            return below(
                            environment.get("LOCALAPPDATA"),
                            home.resolve("AppData").resolve("Local"))
                    .resolve("Cleanplate");
        }
        if (os.contains("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve("Cleanplate");
        }
        return below(environment.get("XDG_DATA_HOME"), home.resolve(".local").resolve("share"))
                .resolve("cleanplate");
    }

    static Path below(@Nullable String folder, Path otherwise) {
        return folder == null || folder.isBlank() ? otherwise : Path.of(folder);
    }
}
