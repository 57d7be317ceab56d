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
     * @param done how many pictures were read
     * @param total of how many; 0 while unknown
     */
    record Searching(String source, long done, long total) implements SearchState {
        /** In words. */
        public String says() {
            if (total <= 0) {
                return "Looking for its pictures";
            }
            return done < total ? "Reading pictures, " + done + " of " + total : "Learning the mark";
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
