package io.cleanplate.watermark;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Medians of doubles; arrays come back as they were. */
final class Medians {
    private Medians() {}

    /** The middle value; of an even number, the mean of the two. 0 of none. */
    static double of(double[] values) {
        if (values.length == 0) {
            return 0;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /** The value below which half of the weight lies. 0 of none. */
    static double weighted(double[] values, double[] weights) {
        Integer[] order = IntStream.range(0, values.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble((Integer i) -> values[i]));
        double half = Arrays.stream(weights).sum() / 2;
        for (Integer i : order) {
            half -= weights[i];
            if (half <= 0) {
                return values[i];
            }
        }
        return 0;
    }
}
