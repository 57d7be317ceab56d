package io.cleanplate.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;

/**
 * One line on a terminal that is written over again and again: bar, count, rate, remaining time. Not thread-safe: one
 * thread owns it.
 */
final class ProgressLine {
    private static final int BAR = 24;
    private static final Duration BETWEEN = Duration.ofMillis(100);

    private final PrintWriter terminal;
    private final InstantSource clock;
    private final long start;
    private long shownAt;
    private int shownLength;

    ProgressLine(PrintWriter terminal, InstantSource clock) {
        this.terminal = terminal;
        this.clock = clock;
        this.start = clock.millis();
        this.shownAt = start - BETWEEN.toMillis();
    }

    /** Shows that {@code done} of {@code total} are done, at most ten times a second but always the last. */
    void show(long done, long total, String unit) {
        long now = clock.millis();
        if (done < total && now - shownAt < BETWEEN.toMillis()) {
            return;
        }
        shownAt = now;
        write(text(done, total, unit, now - start));
    }

    /** Takes the line away, so that other text can be printed. */
    void clear() {
        write("");
        terminal.print("\r");
        terminal.flush();
        shownLength = 0;
    }

    private void write(String line) {
        terminal.print("\r" + line + " ".repeat(Math.max(0, shownLength - line.length())));
        terminal.flush();
        shownLength = line.length();
    }

    private static String text(long done, long total, String unit, long millis) {
        int filled = (int) (total == 0 ? BAR : BAR * done / total);
        String line = "[" + "#".repeat(filled) + "-".repeat(BAR - filled) + "] " + done + "/" + total + " " + unit;
        if (done == 0 || millis == 0) {
            return line;
        }
        double perSecond = done * 1000.0 / millis;
        return line + String.format(Locale.ROOT, ", %.1f/s, %s left", perSecond, clock((total - done) / perSecond));
    }

    /** Seconds as a person reads them: 7 s, 3:05 min, 1:02:09 h. */
    private static String clock(double seconds) {
        long s = Math.round(seconds);
        if (s < 60) {
            return s + " s";
        }
        return s < 3600
                ? String.format(Locale.ROOT, "%d:%02d min", s / 60, s % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d h", s / 3600, s / 60 % 60, s % 60);
    }
}
