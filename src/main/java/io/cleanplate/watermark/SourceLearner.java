package io.cleanplate.watermark;

import io.cleanplate.imaging.Pixels;
import io.cleanplate.task.TaskMonitor;
import io.cleanplate.watermark.LearnOutcome.Learned;
import io.cleanplate.watermark.LearnOutcome.NoMark;
import io.cleanplate.watermark.LearnOutcome.SeveralMarks;
import io.cleanplate.watermark.SourceOutcome.LearnedMark;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Learns every mark that the pictures of one source show: one for all sizes, one for each size where the publisher scales
 * it with the picture, and each of several where the source changed it or has more than one. Thread-safe; works in
 * parallel by itself.
 */
public final class SourceLearner {
    private final MarkLearner learner = new MarkLearner();
    private final MarkFinder finder = new MarkFinder();

    /** A learner. */
    public SourceLearner() {}

    /**
     * Learns from upright pictures of one source.
     *
     * @throws java.util.concurrent.CancellationException when the monitor wants to stop
     */
    public SourceOutcome learn(List<Pixels> pictures, LearnOptions options, TaskMonitor monitor) {
        if (pictures.size() < MarkLearner.FEWEST) {
            return new SourceOutcome(
                    List.of(),
                    "A mark is learned from at least " + MarkLearner.FEWEST + " pictures, and there "
                            + (pictures.size() == 1 ? "is one." : "are " + pictures.size() + "."));
        }
        return new Run(pictures, options, monitor).outcome();
    }

    /** Learning from one source's pictures. Confined to one thread. */
    private final class Run {
        private final List<Pixels> pictures;
        private final LearnOptions options;
        private final TaskMonitor monitor;
        private final List<LearnedMark> marks = new ArrayList<>();
        private String reason = "";

        Run(List<Pixels> pictures, LearnOptions options, TaskMonitor monitor) {
            this.pictures = pictures;
            this.options = options;
            this.monitor = monitor;
        }

        SourceOutcome outcome() {
            List<Integer> all = IntStream.range(0, pictures.size()).boxed().toList();
            together(all);
            List<Integer> left = left(all);
            for (List<Integer> group : bySize(left)) {
                if (group.size() < all.size()) {
                    together(group);
                }
            }
            marks.sort(
                    Comparator.comparingInt((LearnedMark mark) -> -mark.used().size()));
            return new SourceOutcome(marks, says(left(all)));
        }

        /** Learns the marks of some pictures. */
        private void together(List<Integer> some) {
            switch (learned(some)) {
                case Learned learned -> keep(some, learned);
                case SeveralMarks several ->
                    several.groups().stream()
                            .filter(group -> group.size() < some.size())
                            .forEach(group ->
                                    together(group.stream().map(some::get).toList()));
                case NoMark none -> reason = reason.isEmpty() ? none.reason() : reason;
            }
        }

        /** Keeps a mark; for all sizes only where it is not better known from one size alone, though that is fewer pictures. */
        private void keep(List<Integer> some, Learned learned) {
            List<Integer> used = IntStream.range(0, some.size())
                    .filter(i -> !learned.without().contains(i))
                    .mapToObj(some::get)
                    .toList();
            List<List<Integer>> sizes = bySize(used);
            if (learned.profile().sizeClass().equals(SizeClass.ANY)
                    && !sizes.isEmpty()
                    && learned(sizes.getFirst()) instanceof Learned alone
                    && alone.without().isEmpty()
                    && uncertainty(alone) < uncertainty(learned)) {
                sizes.forEach(this::together);
            } else {
                marks.add(new LearnedMark(learned.profile(), used));
            }
        }

        private static double uncertainty(Learned learned) {
            return learned.profile().quality().uncertainty();
        }

        private LearnOutcome learned(List<Integer> some) {
            monitor.checkCancelled();
            return learner.learn(some.stream().map(pictures::get).toList(), options, monitor);
        }

        /** Pictures by size; only sizes of which there are enough, that of most pictures first. */
        private List<List<Integer>> bySize(List<Integer> some) {
            Map<SizeClass, List<Integer>> groups = some.stream()
                    .collect(Collectors.groupingBy(i -> SizeClass.of(
                            pictures.get(i).width(), pictures.get(i).height())));
            return groups.values().stream()
                    .filter(group -> group.size() >= MarkLearner.FEWEST)
                    .sorted(Comparator.comparingInt((List<Integer> group) -> -group.size())
                            .thenComparing(List::getFirst))
                    .toList();
        }

        /** The pictures of which no mark is known; some show one too faintly to be learned from, and are not left. */
        private List<Integer> left(List<Integer> all) {
            List<Integer> used = marks.stream()
                    .map(LearnedMark::used)
                    .flatMap(Collection::stream)
                    .toList();
            return all.stream()
                    .filter(i -> !used.contains(i)
                            && marks.stream()
                                    .noneMatch(mark -> finder.find(pictures.get(i), mark.profile())
                                            .isPresent()))
                    .toList();
        }

        private String says(List<Integer> left) {
            if (marks.isEmpty()) {
                return reason;
            }
            int used = marks.stream().mapToInt(mark -> mark.used().size()).sum();
            String found = found() + " learned from " + used + " of " + pictures.size() + " pictures.";
            if (left.isEmpty()) {
                return found;
            }
            boolean lonely = left.stream()
                    .map(pictures::get)
                    .noneMatch(picture -> marks.stream()
                            .anyMatch(mark -> mark.profile().sizeClass().accepts(picture.width(), picture.height())));
            return found + (left.size() == 1 ? " On 1 picture" : " On " + left.size() + " pictures") + " none was found"
                    + (lonely ? ", perhaps since there are too few of their size." : ".");
        }

        private String found() {
            long sizes = marks.stream()
                    .map(mark -> mark.profile().sizeClass())
                    .distinct()
                    .count();
            if (marks.size() == 1) {
                return "One mark was";
            }
            return sizes == marks.size()
                    ? sizes + " marks, one for each size of picture, were"
                    : marks.size() + " different marks were";
        }
    }
}
