package io.cleanplate.inpaint.plan;

import io.cleanplate.imaging.Rect;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Merges cores while that makes the passes cheaper, the pair that saves most first. The outcome depends on the set of
 * cores alone, not on their order. Immutable.
 */
final class Merger {
    /** By position, then by size. */
    static final Comparator<Rect> ORDER = Comparator.comparingInt(Rect::top)
            .thenComparingInt(Rect::left)
            .thenComparingInt(Rect::bottom)
            .thenComparingInt(Rect::right);

    /** As many cores as are compared each with each other; more are first merged with those that lie close. */
    private static final int MANY = 400;

    private static final int SMALLEST_CELL = 64;
    private static final int LARGEST_CELL = 1024;

    private static final Comparator<Merge> BEST_FIRST = Comparator.comparingLong(Merge::saving)
            .reversed()
            .thenComparing(Merge::one, ORDER)
            .thenComparing(Merge::other, ORDER);

    private final PassLayout layout;

    Merger(PassLayout layout) {
        this.layout = layout;
    }

    /** Cores that hold those given; their passes cost no more in all. */
    SortedSet<Rect> merge(Collection<Rect> cores) {
        SortedSet<Rect> merged = new TreeSet<>(ORDER);
        merged.addAll(cores);
        for (int cell = SMALLEST_CELL; merged.size() > MANY && cell <= LARGEST_CELL; cell *= 2) {
            merged = mergeCells(merged, cell);
        }
        mergePairs(merged);
        return merged;
    }

    /** Merges neighbours in order within each square of a grid that their centres lie in. */
    private SortedSet<Rect> mergeCells(SortedSet<Rect> cores, int cell) {
        TreeMap<Long, Rect> open = new TreeMap<>();
        SortedSet<Rect> merged = new TreeSet<>(ORDER);
        for (Rect core : cores) {
            long row = (core.top() + core.bottom()) / (2L * cell);
            long column = (core.left() + core.right()) / (2L * cell);
            long key = (row << Integer.SIZE) + column;
            Rect before = open.get(key);
            if (before != null && saving(before, core) < 0) {
                merged.add(before);
                before = null;
            }
            open.put(key, before == null ? core : before.union(core));
        }
        merged.addAll(open.values());
        return merged;
    }

    private void mergePairs(SortedSet<Rect> cores) {
        PriorityQueue<Merge> merges = new PriorityQueue<>(BEST_FIRST);
        for (Rect core : cores) {
            collect(core, cores.headSet(core), merges);
        }
        for (Merge best = merges.poll(); best != null; best = merges.poll()) {
            if (cores.contains(best.one) && cores.contains(best.other)) {
                cores.removeAll(List.of(best.one, best.other));
                Rect union = best.one.union(best.other);
                collect(union, cores, merges);
                cores.add(union);
            }
        }
    }

    private void collect(Rect core, Collection<Rect> others, PriorityQueue<Merge> merges) {
        for (Rect other : others) {
            long saving = saving(core, other);
            if (saving > 0) {
                boolean first = ORDER.compare(core, other) < 0;
                merges.add(new Merge(first ? core : other, first ? other : core, saving));
            }
        }
    }

    /** What one pass for both saves; negative when it costs more. */
    private long saving(Rect one, Rect other) {
        return layout.cost(one) + layout.cost(other) - layout.cost(one.union(other));
    }

    /** Two cores, in order, and what is saved by making them one. */
    private record Merge(Rect one, Rect other, long saving) {}
}
