package io.cleanplate.watermark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which pictures show the same mark: those whose {@link Directions} agree in pairs, at the best of a few shifts, where
 * many agree. Pictures without a mark, or with another one, agree with nobody.
 */
final class Groups {
    private static final int REACH = 2;
    private static final double ALIKE = 0.2;

    private Groups() {}

    /** Indices of pictures by group, the largest first; each picture is in one, perhaps alone. */
    static List<List<Integer>> of(List<Directions> pictures) {
        List<Aligner> aligners =
                pictures.stream().map(p -> new Aligner(inner(p), REACH)).toList();
        List<List<Integer>> later = IntStream.range(0, pictures.size())
                .parallel()
                .mapToObj(i -> alike(aligners, pictures, i))
                .toList();
        List<List<Integer>> pairs = new ArrayList<>();
        for (int i = 0; i < pictures.size(); i++) {
            Integer self = i;
            List<Integer> both = new ArrayList<>(later.get(i));
            IntStream.range(0, i).filter(j -> later.get(j).contains(self)).forEach(both::add);
            pairs.add(both);
        }
        boolean[] seen = new boolean[pictures.size()];
        List<List<Integer>> groups = new ArrayList<>();
        for (int i = 0; i < seen.length; i++) {
            List<Integer> group = new ArrayList<>();
            visit(i, pairs, seen, group);
            if (!group.isEmpty()) {
                groups.add(group.stream().sorted().toList());
            }
        }
        groups.sort(Comparator.comparingInt((List<Integer> group) -> -group.size()));
        return groups;
    }

    private static List<Integer> alike(List<Aligner> aligners, List<Directions> pictures, int i) {
        List<Integer> others = new ArrayList<>();
        for (int j = i + 1; j < pictures.size(); j++) {
            if (aligners.get(i).find(pictures.get(j)).cosine() > ALIKE) {
                others.add(j);
            }
        }
        return others;
    }

    private static void visit(int i, List<List<Integer>> pairs, boolean[] seen, List<Integer> group) {
        if (!seen[i]) {
            seen[i] = true;
            group.add(i);
            pairs.get(i).forEach(j -> visit(j, pairs, seen, group));
        }
    }

    private static Directions inner(Directions wide) {
        return wide.inner(REACH);
    }
}
