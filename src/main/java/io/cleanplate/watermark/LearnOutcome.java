package io.cleanplate.watermark;

import java.util.List;

/** What came of learning. */
public sealed interface LearnOutcome {
    /**
     * A mark.
     *
     * @param profile the mark
     * @param without indices of the pictures that do not show it, and were not learned from
     */
    record Learned(Profile profile, List<Integer> without) implements LearnOutcome {
        /** Keeps a copy of the list. */
        public Learned {
            without = List.copyOf(without);
        }
    }

    /**
     * No mark that enough pictures share.
     *
     * @param reason one sentence for people
     */
    record NoMark(String reason) implements LearnOutcome {}

    /**
     * More than one mark: each group of pictures is to be learned from by itself.
     *
     * @param groups indices of the pictures that show the same mark, the largest group first
     * @param reason one sentence for people
     */
    record SeveralMarks(List<List<Integer>> groups, String reason) implements LearnOutcome {
        /** Keeps copies of the lists. */
        public SeveralMarks {
            groups = groups.stream().map(List::copyOf).toList();
        }
    }
}
