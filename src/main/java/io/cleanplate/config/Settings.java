package io.cleanplate.config;

import io.cleanplate.error.InputException;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the environment says, checked.
 *
 * @param dataFolder where models, caches and the demo lie; absolute, need not exist yet
 * @param model {@code auto}, {@code lama} or {@code see-through}
 * @param device where models run
 * @param lama where big-lama's weights come from
 * @param torchFolder a folder with PyTorch's libraries to use in place of the bundled ones, or null
 */
public record Settings(
        Path dataFolder,
        String model,
        DeviceChoice device,
        LamaSettings lama,
        @Nullable Path torchFolder) {
    private static final Pattern MD5 = Pattern.compile("[0-9a-f]{32}");

    /**
     * What the person says of big-lama's weights; null where they say nothing.
     *
     * @param path a file to use
     * @param url where the file is fetched from on consent
     * @param md5 its checksum, 32 lower-case hex digits
     */
    public record LamaSettings(
            @Nullable Path path,
            @Nullable URI url,
            @Nullable String md5) {}

    /**
     * Reads the environment.
     *
     * @param environment variables by name
     * @param osName as the system property {@code os.name}
     * @param home the person's home folder
     * @throws InputException when a value cannot be used: names the variable, the value and what is accepted
     */
    public static Settings read(Map<String, String> environment, String osName, Path home) {
        Function<String, @Nullable String> variable = name -> {
            String value = environment.get(name);
            return value == null || value.isBlank() ? null : value.strip();
        };
        String dataFolder = variable.apply("CLEANPLATE_DATA_DIR");
        String model = variable.apply("CLEANPLATE_MODEL");
        String device = variable.apply("CLEANPLATE_DEVICE");
        String torchFolder = variable.apply("PYTORCH_LIBRARY_PATH");
        return new Settings(
                (dataFolder == null
                                ? DataFolder.byDefault(environment, osName, home)
                                : path("CLEANPLATE_DATA_DIR", dataFolder))
                        .toAbsolutePath()
                        .normalize(),
                model == null ? "auto" : model("CLEANPLATE_MODEL", model),
                device == null ? DeviceChoice.AUTO : DeviceChoice.parse("CLEANPLATE_DEVICE", device),
                lama(variable),
                torchFolder == null ? null : path("PYTORCH_LIBRARY_PATH", torchFolder));
    }

    /**
     * Checks a model's name.
     *
     * @param where the variable or flag it came from, for the message
     */
    public static String model(String where, String value) {
        String name = value.toLowerCase(Locale.ROOT);
        return switch (name) {
            case "auto", "lama", "see-through" -> name;
            default ->
                throw new InputException(where + " is '" + value + "': accepted are auto, lama and see-through.");
        };
    }

    private static LamaSettings lama(Function<String, @Nullable String> variable) {
        String path = variable.apply("LAMA_MODEL_PATH");
        String url = variable.apply("LAMA_MODEL_URL");
        String md5 = variable.apply("LAMA_MODEL_MD5");
        return new LamaSettings(
                path == null ? null : path("LAMA_MODEL_PATH", path),
                url == null ? null : url("LAMA_MODEL_URL", url),
                md5 == null ? null : md5("LAMA_MODEL_MD5", md5));
    }

    static Path path(String where, String value) {
        try {
            return Path.of(value);
        } catch (InvalidPathException e) {
            throw new InputException(where + " is '" + value + "': accepted is the path of a file or folder.", e);
        }
    }

    static URI url(String where, String value) {
        try {
            URI url = URI.create(value);
            if (url.getHost() != null && ("https".equals(url.getScheme()) || "http".equals(url.getScheme()))) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            throw new InputException(notAUrl(where, value), e);
        }
        throw new InputException(notAUrl(where, value));
    }

    private static String notAUrl(String where, String value) {
        return where + " is '" + value + "': accepted is an address that begins with https:// or http://.";
    }

    private static String md5(String where, String value) {
        String md5 = value.toLowerCase(Locale.ROOT);
        if (!MD5.matcher(md5).matches()) {
            throw new InputException(where + " is '" + value + "': accepted are 32 hexadecimal digits.");
        }
        return md5;
    }
}
