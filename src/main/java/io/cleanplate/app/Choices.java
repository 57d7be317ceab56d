package io.cleanplate.app;

import io.cleanplate.config.CleaningSettings;
import io.cleanplate.config.ServerSettings;
import io.cleanplate.config.Settings;
import io.cleanplate.fetch.AllowedHosts;
import java.nio.file.Path;
import java.util.Map;

/**
 * Everything that a person may choose for the program, checked.
 *
 * @param settings of data folder, model and device
 * @param server of newsroom, job and HTTP
 * @param cleaning of where cleaned pictures go
 * @param hosts of where pictures may come from
 */
public record Choices(Settings settings, ServerSettings server, CleaningSettings cleaning, AllowedHosts hosts) {
    /**
     * Reads the environment, which may have preferences under it.
     *
     * @param osName as the system property {@code os.name}
     * @param home the person's home folder
     * @throws io.cleanplate.error.InputException when a value cannot be used: names the variable, the value and what is
     *     accepted
     */
    public static Choices read(Map<String, String> environment, String osName, Path home) {
        return new Choices(
                Settings.read(environment, osName, home),
                ServerSettings.read(environment),
                CleaningSettings.read(environment),
                AllowedHosts.parse(AllowedHosts.VARIABLE, environment.get(AllowedHosts.VARIABLE)));
    }
}
