package io.cleanplate.config;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import io.cleanplate.error.UnavailableException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The preferences on disk, as JSON in the folder that each system has for settings (XDG Base Directory 0.8; Apple's File
 * System Programming Guide; Windows' roaming AppData). Members that this version does not know are ignored and not kept.
 * Thread-safe; of two programs that write, the last wins whole.
 */
public final class PreferencesFile {
    private static final Logger LOG = LoggerFactory.getLogger(PreferencesFile.class);

    private final Gson gson =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
    private final Path file;

    /** Kept in this file, which need not be there yet. */
    public PreferencesFile(Path file) {
        this.file = file;
    }

    /**
     * Where the file lies.
     *
     * @param environment variables by name
     * @param osName as the system property {@code os.name}
     * @param home the person's home folder
     */
    public static Path byDefault(Map<String, String> environment, String osName, Path home) {
        String os = osName.toLowerCase(Locale.ROOT);
        Path folder;
        if (os.contains("win")) {
            folder = DataFolder.below(
                            environment.get("APPDATA"), home.resolve("AppData").resolve("Roaming"))
                    .resolve("Cleanplate");
        } else if (os.contains("mac")) {
            folder = home.resolve("Library").resolve("Application Support").resolve("Cleanplate");
        } else {
            folder = DataFolder.below(environment.get("XDG_CONFIG_HOME"), home.resolve(".config"))
                    .resolve("cleanplate");
        }
        return folder.resolve("preferences.json");
    }

    /**
     * What was read.
     *
     * @param preferences all that could be used
     * @param problems a sentence for each thing that could not
     */
    public record Loaded(Preferences preferences, List<String> problems) {
        /** Copies the list. */
        public Loaded {
            problems = List.copyOf(problems);
        }
    }

    /** Where it lies. */
    public Path path() {
        return file;
    }

    /** Reads the file. Whatever is wrong with it, the program can start: what cannot be used is told and left out. */
    public Loaded read() {
        try {
            Preferences read = gson.fromJson(Files.readString(file), Preferences.class);
            List<String> problems = new ArrayList<>();
            Preferences usable = (read == null ? Preferences.NONE : read)
                    .checked(sentence -> problems.add("The preference " + sentence + " It is left out."));
            problems.forEach(problem -> LOG.warn("{}: {}", file, problem));
            return new Loaded(usable, problems);
        } catch (NoSuchFileException e) {
            return new Loaded(Preferences.NONE, List.of());
        } catch (IOException | JsonParseException e) {
            return new Loaded(Preferences.NONE, List.of(setAside(e)));
        }
    }

    private String setAside(Exception why) {
        Path broken = file.resolveSibling(file.getFileName() + ".broken");
        try {
            Files.move(file, broken, StandardCopyOption.REPLACE_EXISTING);
            // Gson's messages quote the text around a fault, and so may a password.
            LOG.warn(
                    "{} could not be read ({}) and is now {}",
                    file,
                    why.getClass().getSimpleName(),
                    broken);
            return "Your preferences could not be read, so Cleanplate starts without them. The old file is " + broken
                    + ".";
        } catch (IOException e) {
            LOG.warn("{} could not be read and not be moved away", file, e);
            return "Your preferences in " + file + " could not be read, so Cleanplate starts without them.";
        }
    }

    /**
     * Replaces the file: as a whole or not at all, even when the power fails. Only its owner may read it.
     *
     * @throws UnavailableException when the disk is full, may not be written or fails
     */
    public void write(Preferences preferences) {
        try {
            // Where the file is a link, such as into a folder that is backed up, what it points to is replaced.
            Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            Path folder = parent(target);
            Files.createDirectories(folder);
            // The library makes temporary files that nobody but their owner may read, where the system knows owners.
            Path temporary = Files.createTempFile(folder, ".preferences", ".tmp");
            try {
                force(temporary, gson.toJson(preferences).getBytes(StandardCharsets.UTF_8));
                Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw new UnavailableException("Your preferences could not be saved to " + file + ": " + e.getMessage(), e);
        }
    }

    private static Path parent(Path target) throws IOException {
        @Nullable Path folder = target.getParent();
        if (folder == null) {
            throw new IOException(target + " is no file");
        }
        return folder;
    }

    private static void force(Path temporary, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }
}
