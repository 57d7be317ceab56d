package io.cleanplate.desktop;

import io.cleanplate.app.Workstation;
import io.cleanplate.config.PreferencesFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a window is opened with.
 *
 * @param station what it works with; stays open
 * @param files pictures to open beside the newsroom's
 * @param environment the real variables, which win over preferences
 * @param file where preferences are kept
 * @param kept what was read from there
 */
public record Start(
        Workstation station,
        List<Path> files,
        Map<String, String> environment,
        PreferencesFile file,
        PreferencesFile.Loaded kept) {
    /** Copies what can change. */
    public Start {
        files = List.copyOf(files);
        environment = Map.copyOf(environment);
    }
}
