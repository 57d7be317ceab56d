package io.cleanplate.config;

import io.cleanplate.error.InputException;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a person says of where cleaned pictures go; null where they say nothing.
 *
 * @param outputFolder the folder they are written to; absolute, need not exist yet
 * @param baseUrl what those downstream read that folder at; {@code http} or {@code https}, no query, no fragment
 */
public record CleaningSettings(
        @Nullable Path outputFolder, @Nullable URI baseUrl) {
    /** Nothing said. */
    public static final CleaningSettings NONE = new CleaningSettings(null, null);

    /**
     * Reads {@code OUTPUT_DIR} and {@code CLEAN_IMAGE_BASE_URL}.
     *
     * @throws InputException when a value cannot be used: names the variable, the value and what is accepted
     */
    public static CleaningSettings read(Map<String, String> environment) {
        String folder = environment.getOrDefault("OUTPUT_DIR", "").strip();
        String url = environment.getOrDefault("CLEAN_IMAGE_BASE_URL", "").strip();
        return new CleaningSettings(
                folder.isEmpty() ? null : folder("OUTPUT_DIR", folder),
                url.isEmpty() ? null : baseUrl("CLEAN_IMAGE_BASE_URL", url));
    }

    /** These, and of the weaker ones what these leave open: the environment's over the preferences, and so on. */
    public CleaningSettings over(CleaningSettings weaker) {
        return new CleaningSettings(
                outputFolder == null ? weaker.outputFolder : outputFolder, baseUrl == null ? weaker.baseUrl : baseUrl);
    }

    /**
     * Reads a folder.
     *
     * @param where the variable, flag or field it came from, for the message
     * @throws InputException when it is no path
     */
    public static Path folder(String where, String value) {
        try {
            return Path.of(value).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new InputException(where + " is '" + value + "': accepted is the path of a folder.", e);
        }
    }

    /**
     * Reads a base address.
     *
     * @param where the variable, flag or field it came from, for the message
     * @throws InputException when it is none
     */
    public static URI baseUrl(String where, String value) {
        try {
            URI url = URI.create(value);
            boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
            if (web && url.getHost() != null && url.getRawQuery() == null && url.getRawFragment() == null) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            throw new InputException(notABase(where, value), e);
        }
        throw new InputException(notABase(where, value));
    }

    private static String notABase(String where, String value) {
        return where + " is '" + value
                + "': accepted is an address that begins with https:// or http:// and has no ? or #.";
    }
}
