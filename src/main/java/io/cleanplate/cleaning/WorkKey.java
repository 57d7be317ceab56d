package io.cleanplate.cleaning;

import io.cleanplate.error.UnavailableException;
import io.cleanplate.newsroom.PictureRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Which picture work belongs to. Another picture under the same name is another key.
 *
 * @param text names the picture, different for different pictures
 */
public record WorkKey(String text) {
    /** A picture of the newsroom: its customer, document and address. */
    public static WorkKey of(PictureRef picture) {
        // Lengths in front keep the parts apart, whatever they hold.
        return new WorkKey("news " + picture.customer().length() + " " + picture.customer() + " "
                + picture.id().token().length() + " " + picture.id().token() + " " + picture.image());
    }

    /**
     * A loose file as it is now: its path, size and time of change.
     *
     * @throws UnavailableException when it is not to be had
     */
    public static WorkKey of(Path file) {
        try {
            return new WorkKey("file " + Files.size(file) + " "
                    + Files.getLastModifiedTime(file).toMillis() + " "
                    + file.toAbsolutePath().normalize());
        } catch (IOException e) {
            throw new UnavailableException(file + " cannot be read (" + e.getMessage() + ").", e);
        }
    }
}
