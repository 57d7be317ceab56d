package io.cleanplate.cleaning;

import com.google.gson.JsonParseException;
import io.cleanplate.error.InputException;
import io.cleanplate.error.UnavailableException;
import io.cleanplate.imaging.AtomicFile;
import io.cleanplate.newsroom.PictureRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The outbox's files: an entry each, named by its number, whole or not there. Thread-safe, between processes too, but who
 * reads an entry to change it holds {@link OutboxLock}.
 */
final class OutboxFolder {
    private static final String ENDING = ".json";
    private static final int ATTEMPTS = 20;
    private static final Pattern NAME = Pattern.compile("\\d{19}\\.json");

    private final Path folder;
    private final String database;
    private final Clock clock;
    /** No number is used twice, even when its entry is gone already. */
    private final AtomicLong last = new AtomicLong();

    private final AtomicFile files = new AtomicFile();

    OutboxFolder(Path folder, String database, Clock clock) {
        this.folder = folder;
        this.database = database;
        this.clock = clock;
    }

    /** Writes a new entry behind all that are there. */
    OutboxEntry add(PictureRef picture, Change change, @Nullable SavedFile file) {
        files.makeFolder(folder);
        Instant now = clock.instant();
        List<Long> there = numbers();
        long least = Math.max(now.toEpochMilli(), there.isEmpty() ? 0 : there.getLast() + 1);
        for (int attempt = 1; ; attempt++) {
            long number = last.updateAndGet(before -> Math.max(before + 1, least));
            OutboxEntry entry = new OutboxEntry(number, database, picture, change, now, file, null);
            try {
                files.write(path(number), EntryJson.write(entry), false);
                return entry;
            } catch (InputException e) {
                // Another process took the number in between; or the folder cannot be used at all.
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    /** Writes an entry over the one with its number. */
    void replace(OutboxEntry entry) {
        files.write(path(entry.number()), EntryJson.write(entry), true);
    }

    /** Removes an entry, if it is there. */
    void remove(long number) {
        try {
            Files.deleteIfExists(path(number));
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /** The numbers of all entries, in order. */
    List<Long> numbers() {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> String.valueOf(entry.getFileName()))
                    .filter(name -> NAME.matcher(name).matches())
                    .map(name -> Long.parseLong(name.substring(0, name.length() - ENDING.length())))
                    .sorted()
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /**
     * Reads an entry.
     *
     * @return empty when it is not there; an empty file counts as not there, since it is only a name that is being taken
     * @throws JsonParseException when it is damaged
     */
    Optional<OutboxEntry> read(long number) {
        try {
            byte[] bytes = Files.readAllBytes(path(number));
            return bytes.length == 0 ? Optional.empty() : Optional.of(EntryJson.read(number, bytes));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /** Moves a damaged entry out of the order, and says where it lies now. */
    Path setAside(long number) {
        Path aside = folder.resolve(name(number) + ".damaged");
        try {
            return Files.move(path(number), aside, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private Path path(long number) {
        return folder.resolve(name(number));
    }

    private static String name(long number) {
        return String.format(Locale.ROOT, "%019d%s", number, ENDING);
    }

    private UnavailableException failure(IOException cause) {
        return new UnavailableException(
                "The outbox " + folder + " cannot be used (" + cause.getMessage() + "): free it.", cause);
    }
}
