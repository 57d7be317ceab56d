package io.cleanplate.newsroom.embedded;

import io.cleanplate.error.UnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Objects;

/** The demo's pictures as files, {@code <publisher>/<photograph>.jpg}; made when first asked for. */
final class DemoGallery {
    private final Path folder;
    private final DemoPictures pictures;

    DemoGallery(Path folder, DemoPictures pictures) {
        this.folder = folder;
        this.pictures = pictures;
    }

    /** The address of a story's picture, as the fetcher would write it; empty when the story has none. */
    String address(DemoStory story) {
        if (story.sample().equals(DemoStory.NO_IMAGE)) {
            return "";
        }
        Path file = folder.resolve(story.source().toLowerCase(Locale.ROOT).replace(' ', '-'))
                .resolve(story.sample() + ".jpg");
        if (story.hasPicture() && !Files.exists(file)) {
            write(file, story);
        }
        return file.toAbsolutePath().toUri().toString();
    }

    private void write(Path file, DemoStory story) {
        byte[] bytes = story.source().equals(DemoStory.UNMARKED_SOURCE)
                ? sample(story.sample())
                : pictures.marked(story.sample(), story.source());
        try {
            Path parent = Objects.requireNonNull(file.getParent());
            Files.createDirectories(parent);
            // In two steps: a file that exists is a whole one, and is not made again.
            Path started = Files.write(parent.resolve(file.getFileName() + ".new"), bytes);
            Files.move(started, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UnavailableException("The demo's picture " + file + " cannot be written: free some space.", e);
        }
    }

    private static byte[] sample(String name) {
        String resource = "/assets/samples/" + name + ".jpg";
        try (InputStream file = Objects.requireNonNull(DemoGallery.class.getResourceAsStream(resource), resource)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UnavailableException("The photograph " + resource + " cannot be read from the program.", e);
        }
    }
}
