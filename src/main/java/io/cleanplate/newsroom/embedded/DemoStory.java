package io.cleanplate.newsroom.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * A story of the demo.
 *
 * @param customer the tenant
 * @param source the publisher of its picture
 * @param category the section
 * @param sample its photograph, or {@value #DEAD_LINK} or {@value #NO_IMAGE}
 * @param title headline
 * @param summary may be empty
 */
record DemoStory(String customer, String source, String category, String sample, String title, String summary) {
    /** A story whose picture cannot be had. */
    static final String DEAD_LINK = "dead-link";
    /** A story that names no picture. */
    static final String NO_IMAGE = "no-image";
    /** The publisher whose pictures carry no mark: all of those that are marked as clean unseen come from it. */
    static final String UNMARKED_SOURCE = "Open Archive";

    /** The stories, in order. */
    static List<DemoStory> all() {
        try (InputStream file =
                Objects.requireNonNull(DemoStory.class.getResourceAsStream("stories.tsv"), "stories.tsv")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(DemoStory::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it has a photograph. */
    boolean hasPicture() {
        return !sample.equals(DEAD_LINK) && !sample.equals(NO_IMAGE);
    }

    private static DemoStory read(String line) {
        List<String> cells = List.of(line.split("\t", -1));
        return new DemoStory(cells.get(0), cells.get(1), cells.get(2), cells.get(3), cells.get(4), cells.get(5));
    }
}
