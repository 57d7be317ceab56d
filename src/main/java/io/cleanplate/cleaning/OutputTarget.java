package io.cleanplate.cleaning;

import io.cleanplate.config.CleaningSettings;
import io.cleanplate.error.InputException;
import java.net.URI;
import java.nio.file.Path;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Where cleaned pictures go.
 *
 * @param folder the folder they are written to; absolute, made when the first is saved
 * @param baseUrl the address that those downstream read the folder at; null when they read the path itself
 * @param chosen whether a person chose the folder
 */
public record OutputTarget(Path folder, @Nullable URI baseUrl, boolean chosen) {
    private static final String DEFAULT_FOLDER = "cleaned";

    /** What the person said, else the data folder's {@code cleaned}. */
    public static OutputTarget of(CleaningSettings said, Path dataFolder) {
        Path chosen = said.outputFolder();
        Path folder = chosen == null ? dataFolder.resolve(DEFAULT_FOLDER) : chosen;
        return new OutputTarget(folder.toAbsolutePath().normalize(), said.baseUrl(), chosen != null);
    }

    /**
     * Checks that what is saved can be read downstream: nobody else looks into this machine's data folder.
     *
     * @param externalDatabase whether programs on other machines may read the newsroom's database
     * @throws InputException when neither a folder nor a base address was chosen for an external database
     */
    public void requireReadableDownstream(boolean externalDatabase) {
        if (externalDatabase && !chosen && baseUrl == null) {
            throw new InputException(
                    "Nobody else could read a picture saved in " + folder
                            + ": choose a shared folder (OUTPUT_DIR), or the address that it is read at (CLEAN_IMAGE_BASE_URL).");
        }
    }

    /** What is handed on for a file of the folder: its path, or its address below the base. */
    String reference(Path file) {
        if (baseUrl == null) {
            return file.toString();
        }
        // Names in the folder hold only characters that an address takes as they are (RFC 3986, unreserved).
        StringJoiner path = new StringJoiner("/");
        folder.relativize(file).forEach(segment -> path.add(segment.toString()));
        String base = baseUrl.toASCIIString();
        return base + (base.endsWith("/") ? "" : "/") + path;
    }
}
