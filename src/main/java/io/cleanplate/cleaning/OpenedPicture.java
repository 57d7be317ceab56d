package io.cleanplate.cleaning;

import io.cleanplate.imaging.Picture;
import io.cleanplate.newsroom.NewsImage;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A picture that is open.
 *
 * @param image which one of the newsroom; null for a loose file
 * @param file which loose file; null for one of the newsroom, and for one that was pasted
 * @param picture what it shows, as published
 * @param name for people: the story's title or the file's name
 */
public record OpenedPicture(
        @Nullable NewsImage image, @Nullable Path file, Picture picture, String name) {
    static OpenedPicture of(NewsImage image, Picture picture) {
        String title = image.story().title();
        return new OpenedPicture(
                image, null, picture, title.isBlank() ? image.ref().id().value() : title);
    }

    static OpenedPicture of(Path file, Picture picture) {
        return new OpenedPicture(null, file, picture, String.valueOf(file.getFileName()));
    }

    /** Where work on it is kept; empty for a picture from nowhere, such as a pasted one. */
    public Optional<WorkKey> workKey() {
        if (image != null) {
            return Optional.of(WorkKey.of(image.ref()));
        }
        return Optional.ofNullable(file).map(WorkKey::of);
    }
}
