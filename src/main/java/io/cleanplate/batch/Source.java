package io.cleanplate.batch;

import java.nio.file.Path;

/**
 * A picture to clean.
 *
 * @param file where it lies
 * @param relative its path below the folder that was named, or its bare name when the file itself was named
 */
public record Source(Path file, Path relative) {
    /** The file's name without its ending. */
    String stem() {
        return stem(relative);
    }

    /** A file's name without its ending. */
    static String stem(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
