package io.cleanplate.cleaning.proposal;

import io.cleanplate.imaging.Pixels;
import io.cleanplate.newsroom.NewsImage;
import io.cleanplate.task.TaskMonitor;
import io.cleanplate.watermark.KeptProfile;
import io.cleanplate.watermark.Profile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Learns a source's mark from its pending pictures, and keeps it when an editor agrees. Thread-safe. */
public interface MarkSearch {
    /**
     * Learns; takes seconds, most of them for fetching.
     *
     * @param customer whose pictures
     * @param source the publisher; empty for pictures that name none
     * @throws io.cleanplate.error.CleanplateException when the newsroom or too many pictures cannot be had
     * @throws java.util.concurrent.CancellationException when the monitor wants to stop
     */
    Outcome search(String customer, String source, TaskMonitor monitor);

    /**
     * Keeps a mark: as a new profile, or where the source has one for such pictures, as its next version.
     *
     * @throws io.cleanplate.error.CleanplateException when the newsroom is away, or somebody else changed the profile
     */
    KeptProfile keep(FoundMark mark, String by);

    /**
     * What came of a search.
     *
     * @param marks each mark that was learned, one a size class and kind, that of most pictures first; may be empty
     * @param says what was found or why not, one or two sentences for people
     */
    record Outcome(List<FoundMark> marks, String says) {
        /** Keeps a copy of the list. */
        public Outcome {
            marks = List.copyOf(marks);
        }
    }

    /**
     * A mark that can be kept.
     *
     * @param profile what was learned; not kept yet
     * @param used the pictures it was learned from
     * @param examples up to three of them before and after
     * @param replaces the kept profile that this would be the next version of; null for none
     */
    record FoundMark(
            Profile profile,
            List<NewsImage> used,
            List<Example> examples,
            @Nullable KeptProfile replaces) {
        /** Keeps copies of the lists. */
        public FoundMark {
            used = List.copyOf(used);
            examples = List.copyOf(examples);
        }
    }

    /**
     * The surroundings of the mark in a picture.
     *
     * @param image whose picture
     * @param before as published, upright, cut to the mark and a margin
     * @param after the same without the mark
     * @param confidence how sure it is that this is right, 0 to 1
     */
    record Example(NewsImage image, Pixels before, Pixels after, double confidence) {}
}
