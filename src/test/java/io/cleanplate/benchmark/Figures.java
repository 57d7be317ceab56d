package io.cleanplate.benchmark;

import com.google.errorprone.annotations.FormatMethod;
import java.util.Arrays;
import java.util.Locale;

/** Measured figures as tables show them. */
final class Figures {
    private Figures() {}

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    @FormatMethod
    static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
