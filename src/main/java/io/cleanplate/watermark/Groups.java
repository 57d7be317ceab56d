package io.cleanplate.watermark;

import io.cleanplate.mask.Mask;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which pictures show the same mark: those whose {@link Directions} agree in pairs, at the best of a few shifts, where
 * many agree at all. Pictures without a mark agree with nobody. Marks that resemble each other, such as two words of one
 * height on one line, are told apart by agreeing less across than within.
 */
final class Groups {
    /** Pixels by which a mark may jump from picture to picture. */
    static final int REACH = 2;

    private static final double ALIKE = 0.2;
    /** How much more pictures of one mark agree than pictures of two. */
    private static final double APART = 0.18;

    /** The share of a group's mean agreement that each of its pictures must have with the rest. */
    private static final double STRAY = 0.4;

    /** The share of pictures that chance may bring nearer to each other, where a mark jumps; estimating bears as many strays. */
    private static final double FEW = 0.16;

    private static final int ROUNDS = 4;

    private final double[][] cosines;

    private Groups(double[][] cosines) {
        this.cosines = cosines;
    }

    /** Indices of pictures by group, the largest first; each picture is in one, perhaps alone. */
    static List<List<Integer>> of(List<Directions> all) {
        Mask shared = shared(all);
        List<Directions> pictures =
                all.stream().parallel().map(p -> p.within(shared)).toList();
        double[][] cosines = new double[all.size()][all.size()];
        IntStream.range(0, all.size()).parallel().forEach(i -> {
            Aligner aligner = new Aligner(pictures.get(i).inner(REACH), REACH);
            for (int j = i + 1; j < cosines.length; j++) {
                cosines[i][j] = aligner.find(pictures.get(j)).cosine();
            }
        });
        for (int i = 0; i < cosines.length; i++) {
            for (int j = 0; j < i; j++) {
                cosines[i][j] = cosines[j][i];
            }
        }
        return new Groups(cosines).groups();
    }

    /** Where the mean direction is longer than chance makes it. */
    private static Mask shared(List<Directions> all) {
        Directions first = all.getFirst();
        double least = all.size() * Math.max(0.3, 1 / Math.sqrt(all.size()));
        byte[] grey = new byte[first.width() * first.height()];
        for (int i = 0; i < grey.length; i++) {
            double x = 0;
            double y = 0;
            for (Directions picture : all) {
                x += picture.x(i);
                y += picture.y(i);
            }
            grey[i] = (byte) (Math.hypot(x, y) > least ? 255 : 0);
        }
        return Mask.ofGrey(first.width(), first.height(), grey).grow(REACH);
    }

    private List<List<Integer>> groups() {
        boolean[] seen = new boolean[cosines.length];
        List<List<Integer>> groups = new ArrayList<>();
        for (int i = 0; i < seen.length; i++) {
            List<Integer> group = new ArrayList<>();
            visit(i, seen, group);
            if (!group.isEmpty()) {
                List<Integer> close = close(group);
                group.stream().filter(j -> !close.contains(j)).forEach(j -> groups.add(List.of(j)));
                split(close, groups);
            }
        }
        groups.sort(Comparator.comparingInt((List<Integer> group) -> -group.size()));
        return groups;
    }

    private void visit(int i, boolean[] seen, List<Integer> group) {
        if (!seen[i]) {
            seen[i] = true;
            group.add(i);
            for (int j = 0; j < seen.length; j++) {
                if (j != i && cosines[i][j] > ALIKE) {
                    visit(j, seen, group);
                }
            }
        }
    }

    /** Without those that one picture drew in and the rest hardly agree with. */
    private List<Integer> close(List<Integer> group) {
        double all = mean(group, group);
        return group.stream()
                .filter(i -> mean(List.of(i), group) >= STRAY * all)
                .sorted()
                .toList();
    }

    /** In two, and those again, where the halves around the two most different pictures agree less than each in itself. */
    private void split(List<Integer> group, List<List<Integer>> into) {
        List<Integer> one = new ArrayList<>();
        List<Integer> two = new ArrayList<>();
        double least = Double.MAX_VALUE;
        for (int i : group) {
            for (int j : group) {
                if (i < j && cosines[i][j] < least) {
                    least = cosines[i][j];
                    one = List.of(i);
                    two = List.of(j);
                }
            }
        }
        for (int round = 0; round < ROUNDS && !one.isEmpty() && !two.isEmpty(); round++) {
            List<Integer> nearOne = new ArrayList<>();
            List<Integer> nearTwo = new ArrayList<>();
            for (int i : group) {
                (mean(List.of(i), one) >= mean(List.of(i), two) ? nearOne : nearTwo).add(i);
            }
            one = nearOne;
            two = nearTwo;
        }
        boolean apart = Math.min(one.size(), two.size()) >= Math.max(MarkLearner.FEWEST, FEW * group.size())
                && Math.min(mean(one, one), mean(two, two)) > mean(one, two) + APART;
        if (apart) {
            split(one, into);
            split(two, into);
        } else {
            into.add(group);
        }
    }

    /** The mean cosine of pairs, one from each; a picture is never paired with itself, which counts as 1 where alone. */
    private double mean(List<Integer> some, List<Integer> others) {
        double[] pairs = some.stream()
                .flatMap(i -> others.stream().filter(j -> !j.equals(i)).map(j -> cosines[i][j]))
                .mapToDouble(Double::doubleValue)
                .toArray();
        return Arrays.stream(pairs).average().orElse(1);
    }
}
