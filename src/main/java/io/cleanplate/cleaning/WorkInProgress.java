package io.cleanplate.cleaning;

import io.cleanplate.error.CleanplateException;
import io.cleanplate.error.UnavailableException;
import io.cleanplate.imaging.AtomicFile;
import io.cleanplate.imaging.PictureReader;
import io.cleanplate.imaging.PictureWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What editors have begun and not saved, on the disk: a killed program loses at most what came after the last {@link #keep}.
 * Thread-safe; calls for one picture come in the order in which they are made.
 */
public final class WorkInProgress {
    private static final Logger LOG = LoggerFactory.getLogger(WorkInProgress.class);
    private static final String ENDING = ".work";
    private static final Duration OLDEST = Duration.ofDays(30);
    private static final long MOST_BYTES = 1_000_000_000L;

    private final Path folder;
    private final WorkFile format;
    private final Clock clock;
    private final long mostBytes;
    private final AtomicFile files = new AtomicFile();

    /** Keeps work in a folder, made when it is needed; leftovers for 30 days, and of those the newest up to 1 GB. */
    public WorkInProgress(Path folder, PictureWriter writer, PictureReader reader, Clock clock) {
        this(folder, new WorkFile(writer, reader), clock, MOST_BYTES);
    }

    WorkInProgress(Path folder, WorkFile format, Clock clock, long mostBytes) {
        this.folder = folder;
        this.format = format;
        this.clock = clock;
        this.mostBytes = mostBytes;
    }

    /**
     * Keeps the work on a picture, in place of what was kept of it before.
     *
     * @throws CleanplateException when it cannot be written: what was kept before is still there
     */
    public void keep(WorkKey key, WorkState state) {
        byte[] bytes;
        try {
            bytes = format.write(key, state);
        } catch (IOException e) {
            throw new IllegalStateException("writing into memory failed", e);
        }
        files.makeFolder(folder);
        files.write(file(key), bytes, true);
    }

    /** The work kept on a picture; empty when there is none, or it is damaged (which is logged). */
    public Optional<WorkState> find(WorkKey key) {
        Path file = file(key);
        try {
            return Optional.of(format.read(key, Files.readAllBytes(file)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | CleanplateException e) {
            LOG.warn("The work kept in {} cannot be used", file, e);
            return Optional.empty();
        }
    }

    /** Forgets the work on a picture. What cannot be removed is logged, and goes with the leftovers. */
    public void drop(WorkKey key) {
        try {
            Files.deleteIfExists(file(key));
        } catch (IOException e) {
            LOG.warn("{} cannot be removed", file(key), e);
        }
    }

    /**
     * Removes leftovers that are too old or too many, the oldest first. For the start: nothing that was kept since is touched.
     *
     * @throws UnavailableException when the folder cannot be read
     */
    public void tidy() {
        Instant now = clock.instant();
        long bytes = 0;
        for (Leftover each : leftovers()) {
            bytes += each.size();
            boolean old = each.at().isBefore(now.minus(OLDEST));
            if (old || bytes > mostBytes) {
                LOG.info("Removing left work {} of {}", each.file().getFileName(), each.at());
                try {
                    Files.deleteIfExists(each.file());
                } catch (IOException e) {
                    LOG.warn("{} cannot be removed", each.file(), e);
                }
            }
        }
    }

    private record Leftover(Path file, Instant at, long size) {}

    /** All files, the newest first; half-written ones of a killed program, too. */
    private List<Leftover> leftovers() {
        List<Leftover> found = new ArrayList<>();
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path file : entries.filter(Files::isRegularFile).toList()) {
                found.add(new Leftover(file, Files.getLastModifiedTime(file).toInstant(), Files.size(file)));
            }
        } catch (NoSuchFileException e) {
            LOG.debug("{} is not there, or was removed by another program", e.getFile());
        } catch (IOException e) {
            throw new UnavailableException("The folder " + folder + " cannot be read (" + e.getMessage() + ").", e);
        }
        found.sort(Comparator.comparing(Leftover::at).reversed());
        return found;
    }

    private Path file(WorkKey key) {
        byte[] text = key.text().getBytes(StandardCharsets.UTF_8);
        return folder.resolve(Sha256.of(text).substring(0, 32) + ENDING);
    }
}
