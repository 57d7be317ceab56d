package io.cleanplate.inpaint.model;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How it stands with a model's file.
 *
 * @param entry the model
 * @param place where the file is
 * @param path the file; null when it is missing
 * @param bytes its size; 0 when it is missing
 * @param check what is known of its checksum
 */
public record ModelState(
        ModelEntry entry, Place place, @Nullable Path path, long bytes, Check check) {
    /** Where a file is. */
    public enum Place {
        /** In the program; a copy is or will be in the cache. */
        BUNDLED,
        /** Where {@code LAMA_MODEL_PATH} says. */
        FILE,
        /** Fetched into the cache. */
        CACHED,
        /** Nowhere. */
        MISSING
    }

    /** What is known of a file's checksum. */
    public enum Check {
        /** The file was not read for this answer. */
        NOT_DONE,
        /** The file was read and is right. */
        RIGHT,
        /** The file was read and is not what it should be. */
        WRONG,
        /** Nobody gave a checksum for this file. */
        NO_CHECKSUM
    }

    /** Whether a load would find a file. */
    public boolean isThere() {
        return place != Place.MISSING;
    }

    ModelState checked(Check found) {
        return new ModelState(entry, place, path, bytes, found);
    }
}
