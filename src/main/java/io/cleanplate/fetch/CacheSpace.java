package io.cleanplate.fetch;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The cache's files and how much room they take. A picture's time of change is when it was last used, so that all
 * processes see the same order. Thread-safe.
 */
final class CacheSpace {
    private static final String PICTURE = ".picture";
    private static final String NOTE = ".json";
    /** Nothing else is ever deleted, whatever folder the cache was given. */
    private static final Pattern OURS = Pattern.compile("\\.?[0-9a-f]{64}\\.(picture|json)(\\.[0-9a-f-]{36}\\.tmp)?");

    private static final Duration LEFT_BEHIND = Duration.ofHours(1);

    private final Path folder;
    private final long limit;
    private final InstantSource clock;

    CacheSpace(Path folder, long limit, InstantSource clock) {
        this.folder = folder;
        this.limit = limit;
        this.clock = clock;
    }

    Path picture(String key) {
        return folder.resolve(key + PICTURE);
    }

    Path note(String key) {
        return folder.resolve(key + NOTE);
    }

    void remove(String key) throws IOException {
        Files.deleteIfExists(note(key));
        Files.deleteIfExists(picture(key));
    }

    private record Held(Path file, long bytes, FileTime used) {}

    /** Drops what was not used for the longest time until the rest is within the limit. */
    void free() throws IOException {
        List<Held> files = list();
        FileTime crashed = FileTime.from(clock.instant().minus(LEFT_BEHIND));
        long total = 0;
        for (Held held : files) {
            if (held.file().toString().endsWith(".tmp") && held.used().compareTo(crashed) < 0) {
                Files.deleteIfExists(held.file());
            } else {
                total += held.bytes();
            }
        }
        files.sort(Comparator.comparing(Held::used));
        for (Held held : files) {
            if (total <= limit) {
                return;
            }
            String name = held.file().getFileName().toString();
            if (name.endsWith(PICTURE)) {
                remove(name.substring(0, name.length() - PICTURE.length()));
                total -= held.bytes();
            }
        }
    }

    private List<Held> list() throws IOException {
        List<Held> files = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(
                folder, file -> OURS.matcher(file.getFileName().toString()).matches())) {
            for (Path file : stream) {
                held(file).ifPresent(files::add);
            }
        }
        return files;
    }

    private static Optional<Held> held(Path file) throws IOException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return Optional.of(new Held(file, attributes.size(), attributes.lastModifiedTime()));
        } catch (NoSuchFileException removedByAnother) {
            return Optional.empty();
        }
    }
}
