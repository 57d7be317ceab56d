package io.cleanplate.desktop.profiles;

import java.util.List;

/** Where the search for a source's mark stands. */
public sealed interface SearchState {
    /** Nothing was searched for, or it was decided about what was found. */
    record None() implements SearchState {}

    /**
     * It goes on.
     *
     * @param source whose mark
     * @param progress how much is done, 0 to 1; negative while unknown
     */
    record Searching(String source, double progress) implements SearchState {
        /** In words. */
        public String says() {
            return progress < 0
                    ? "Looking for its pictures"
                    : "Reading its pictures and learning what they share, " + ProfileWords.percent(progress);
        }
    }

    /**
     * Marks were learned, and wait to be kept.
     *
     * @param source whose
     * @param marks at least one
     * @param says what was found
     */
    record Found(String source, List<FoundChoice> marks, String says) implements SearchState {
        /** Keeps a copy of the list. */
        public Found {
            marks = List.copyOf(marks);
        }
    }

    /**
     * No mark was found.
     *
     * @param source whose
     * @param says why
     */
    record Nothing(String source, String says) implements SearchState {}

    /**
     * It could not be searched.
     *
     * @param source whose mark
     * @param says why not
     */
    record Failed(String source, String says) implements SearchState {}
}
