package io.cleanplate.cleaning;

import io.cleanplate.error.UnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * A cleaned picture on the disk.
 *
 * @param path where it lies, absolute
 * @param sha256 its checksum, lower-case hexadecimal
 * @param reference what is handed on: the path, or the address that it is read at
 * @param created whether saving made the file; false when the same bytes were there already
 * @param notices one sentence for each thing of the picture that the file does not hold
 */
public record SavedFile(Path path, String sha256, String reference, boolean created, List<String> notices) {
    /** Copies the notices. */
    public SavedFile {
        notices = List.copyOf(notices);
    }

    /**
     * Whether the file can be read and still holds these bytes; reads it once.
     *
     * @throws UnavailableException when its folder cannot be reached or the disk fails: the file may be there later
     */
    boolean intact() {
        try {
            return Sha256.of(path).equals(sha256);
        } catch (NoSuchFileException e) {
            Path folder = path.getParent();
            if (folder != null && Files.isDirectory(folder)) {
                return false;
            }
            throw new UnavailableException("The folder of " + path + " cannot be reached: make it available.", e);
        } catch (IOException e) {
            throw new UnavailableException(path + " cannot be read (" + e.getMessage() + ").", e);
        }
    }
}
