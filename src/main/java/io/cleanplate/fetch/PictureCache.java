package io.cleanplate.fetch;

import io.cleanplate.error.CleanplateException;
import io.cleanplate.imaging.AtomicFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pictures on the disk, each a file and a note beside it. Several processes may use one folder: nothing is remembered
 * between two calls, what is read is checked by its sum, and what vanished or is damaged was never there. A cache that
 * cannot be written is one that is empty: no picture fails for it. Thread-safe.
 */
final class PictureCache {
    private static final Logger LOG = LoggerFactory.getLogger(PictureCache.class);
    private static final int LONGEST_NOTE = 64_000;

    private final Path folder;
    private final CacheSpace space;
    private final long largest;
    private final InstantSource clock;
    private final AtomicFile files = new AtomicFile();
    private final AtomicBoolean complained = new AtomicBoolean();

    PictureCache(FetchSettings settings, InstantSource clock) {
        this.folder = settings.cacheFolder();
        this.space = new CacheSpace(folder, settings.cacheBytes(), clock);
        this.largest = Math.min(settings.maxBytes(), settings.cacheBytes());
        this.clock = clock;
    }

    /** What is kept under a key, and counts as used now; null when there is nothing or it is damaged. */
    @Nullable
    CacheEntry find(String key) {
        Path picture = space.picture(key);
        try {
            CacheNote note = CacheNote.read(readUpTo(space.note(key), LONGEST_NOTE));
            CacheEntry entry = note == null ? null : note.with(readUpTo(picture, largest));
            if (entry == null) {
                LOG.info("The cached picture {} is damaged and is dropped", picture);
                remove(key);
                return null;
            }
            write(() -> touch(picture));
            return entry;
        } catch (NoSuchFileException missing) {
            return null;
        } catch (IOException e) {
            complain(e);
            return null;
        }
    }

    /** Keeps a picture, in place of an earlier one. */
    void put(String key, CacheEntry entry) {
        if (entry.body().length > largest) {
            return;
        }
        write(() -> {
            files.makeFolder(folder);
            // The note last: until it is there, an earlier one does not fit the picture, and nothing is found.
            files.write(space.picture(key), entry.body(), true);
            touch(space.picture(key));
            files.write(space.note(key), CacheNote.of(entry).json(), true);
            space.free();
        });
    }

    /** Notes that the picture is still right. */
    void renew(String key, CacheEntry entry) {
        write(() -> files.write(space.note(key), CacheNote.of(entry).json(), true));
    }

    /** Forgets a picture. */
    void remove(String key) {
        write(() -> space.remove(key));
    }

    @FunctionalInterface
    private interface Writing {
        void run() throws IOException;
    }

    private void write(Writing writing) {
        try {
            writing.run();
        } catch (NoSuchFileException removedByAnother) {
            LOG.debug("Another process dropped {}", removedByAnother.getFile());
        } catch (CleanplateException | IOException e) {
            complain(e);
        }
    }

    private void touch(Path picture) throws IOException {
        Files.setLastModifiedTime(picture, FileTime.from(clock.instant()));
    }

    private void complain(Exception e) {
        // An interrupt closes the file that is being written; that says nothing of the disk.
        if (!Thread.currentThread().isInterrupted() && complained.compareAndSet(false, true)) {
            LOG.warn("The cache of pictures in {} cannot be used, so pictures are fetched anew each time", folder, e);
        }
    }

    private static byte[] readUpTo(Path file, long limit) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(Math.toIntExact(Math.min(limit, Integer.MAX_VALUE - 16L)));
        }
    }
}
