package io.cleanplate.watermark;

import java.util.List;

/**
 * What the pictures of one source told.
 *
 * @param marks each mark, that of most pictures first; may be empty
 * @param says what was found or why not, one or two sentences for people
 */
public record SourceOutcome(List<LearnedMark> marks, String says) {
    /** Keeps a copy of the list. */
    public SourceOutcome {
        marks = List.copyOf(marks);
    }

    /**
     * A mark.
     *
     * @param profile the mark
     * @param used indices of the pictures that it was learned from
     */
    public record LearnedMark(Profile profile, List<Integer> used) {
        /** Keeps a copy of the list. */
        public LearnedMark {
            used = List.copyOf(used);
        }
    }
}
