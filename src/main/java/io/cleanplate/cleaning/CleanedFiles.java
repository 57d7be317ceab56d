package io.cleanplate.cleaning;

import io.cleanplate.error.InputException;
import io.cleanplate.error.UnavailableException;
import io.cleanplate.imaging.AtomicFile;
import io.cleanplate.imaging.Encoded;
import io.cleanplate.imaging.OutputOptions;
import io.cleanplate.imaging.Picture;
import io.cleanplate.imaging.PictureWriter;
import io.cleanplate.newsroom.PictureRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/**
 * Writes cleaned pictures to {@code <folder>/<customer>/<id>_cleaned.<ending>}, {@code ending} that of the format written.
 * A file that is there is never replaced: one with the same bytes is used, beside one with others the name gets the first
 * digits of the new file's SHA-256. Thread-safe, between processes too.
 */
public final class CleanedFiles {
    /** Digits of the checksum in the name, tried in turn: more are needed only when somebody else took such a name. */
    private static final List<Integer> DIGITS = List.of(0, 8, 16, 64);

    private final Supplier<OutputTarget> target;
    private final boolean externalDatabase;
    private final PictureWriter writer;
    private final AtomicFile files = new AtomicFile();

    /**
     * Writes pictures as they came.
     *
     * @param target asked each time, so that a person may choose while the program runs
     * @param externalDatabase whether others read the newsroom's database from elsewhere
     */
    public CleanedFiles(Supplier<OutputTarget> target, boolean externalDatabase, PictureWriter writer) {
        this.target = target;
        this.externalDatabase = externalDatabase;
        this.writer = writer;
    }

    /**
     * Writes a picture and reads it back: what it returns was read and has the checksum it says.
     *
     * @throws InputException when nobody downstream could read the folder, or it cannot be used
     * @throws UnavailableException when the disk is full, may not be written or fails; nothing half-written remains
     */
    public SavedFile save(PictureRef picture, Picture cleaned) {
        OutputTarget now = target.get();
        now.requireReadableDownstream(externalDatabase);
        Encoded encoded = writer.encode(cleaned, OutputOptions.SAME);
        String sha256 = Sha256.of(encoded.bytes());
        Path folder = now.folder().resolve(SafeName.of(picture.customer()));
        files.makeFolder(folder);
        for (int digits : DIGITS) {
            String addition = digits == 0 ? "" : "-" + sha256.substring(0, digits);
            String name = SafeName.of(picture.id()) + "_cleaned" + addition + "."
                    + encoded.format().extension();
            Path file = folder.resolve(name);
            boolean created = create(file, encoded.bytes());
            SavedFile saved = new SavedFile(file, sha256, now.reference(file), created, encoded.notices());
            if (holds(saved)) {
                return saved;
            }
        }
        throw new UnavailableException("Every name for the picture " + picture.id() + " in " + folder
                + " is taken by another file: move those away.");
    }

    /**
     * Removes a file that saving made, if it is still as it was made.
     *
     * @throws UnavailableException when it cannot be removed
     */
    void remove(SavedFile saved) {
        try {
            if (saved.created() && Files.exists(saved.path()) && saved.intact()) {
                Files.delete(saved.path());
            }
        } catch (IOException e) {
            throw new UnavailableException(saved.path() + " cannot be removed (" + e.getMessage() + ").", e);
        }
    }

    /** Whether this call made the file; false when one is there already. */
    private boolean create(Path file, byte[] bytes) {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try {
            files.write(file, bytes, false);
            return true;
        } catch (InputException e) {
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                // Somebody else was faster.
                return false;
            }
            throw e;
        }
    }

    private static boolean holds(SavedFile saved) {
        boolean regular = Files.isRegularFile(saved.path(), LinkOption.NOFOLLOW_LINKS);
        boolean holds = regular && saved.intact();
        if (saved.created() && !holds) {
            throw new UnavailableException(
                    saved.path() + " does not hold what was written: check the disk, then save again.");
        }
        return holds;
    }
}
