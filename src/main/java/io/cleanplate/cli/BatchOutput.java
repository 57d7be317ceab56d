package io.cleanplate.cli;

import io.cleanplate.batch.BatchListener;
import io.cleanplate.batch.BatchReport;
import io.cleanplate.batch.Outcome;
import io.cleanplate.batch.Outcome.Status;
import io.cleanplate.batch.Outcome.Work;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Tells a person how a batch goes on: a bar on a terminal, else a line for each picture; failures again at the end. */
final class BatchOutput implements BatchListener {
    private final Console console;
    private final int total;
    private final InstantSource clock;
    private final long start;
    private final ProgressLine line;
    private int through;

    BatchOutput(Console console, int total, InstantSource clock) {
        this.console = console;
        this.total = total;
        this.clock = clock;
        this.start = clock.millis();
        this.line = new ProgressLine(console.err(), clock);
        if (console.terminal()) {
            line.show(0, total, "pictures");
        }
    }

    @Override
    public void finished(Outcome outcome) {
        through++;
        if (console.terminal()) {
            line.show(through, total, "pictures");
        } else {
            console.out().println(text(outcome));
        }
    }

    /** What to say when all are through. */
    void summary(BatchReport report) {
        if (console.terminal()) {
            line.clear();
        }
        Map<String, Integer> notices = new TreeMap<>();
        for (Outcome outcome : report.outcomes()) {
            outcome.notices().forEach(notice -> notices.merge(notice, 1, Integer::sum));
            if (outcome.status() == Status.FAILED || outcome.status() == Status.LEFT_ALONE) {
                String what = outcome.status() == Status.FAILED ? "failed: " : "left alone: ";
                console.err().println(what + outcome.input() + ": " + outcome.error());
            }
        }
        notices.forEach((notice, count) ->
                console.err().println("note" + (count == 1 ? "" : " (" + count + " pictures)") + ": " + notice));
        StringBuilder text = new StringBuilder();
        append(text, report.count(Status.DONE), "done");
        append(text, report.count(Status.SKIPPED), "skipped (done before)");
        append(text, report.count(Status.LEFT_ALONE), "left alone");
        append(text, report.count(Status.FAILED), "failed");
        append(text, report.count(Status.NOT_BEGUN), "not begun (stopped; --resume goes on)");
        console.out().println(text + String.format(Locale.ROOT, " in %.1f s", (clock.millis() - start) / 1000.0));
    }

    private static void append(StringBuilder text, long count, String what) {
        if (count > 0) {
            text.append(text.isEmpty() ? "" : ", ").append(count).append(' ').append(what);
        }
    }

    private static String passes(int count) {
        return count == 1 ? "1 pass" : count + " passes";
    }

    private static String text(Outcome outcome) {
        Work work = outcome.work();
        return switch (outcome.status()) {
            case DONE ->
                "done " + outcome.input() + " -> " + outcome.output() + (work == null ? "" : " (" + text(work) + ")");
            case SKIPPED -> "skipped " + outcome.input() + ": " + outcome.output() + " is there";
            case LEFT_ALONE -> "left alone " + outcome.input() + ": " + outcome.error();
            case FAILED -> "failed " + outcome.input() + ": " + outcome.error();
            case NOT_BEGUN -> "not begun " + outcome.input();
        };
    }

    private static String text(Work work) {
        String model = String.format(
                Locale.ROOT,
                "%s, %.1f s",
                passes(work.passes().size()),
                work.millis().inference() / 1000);
        return work.confidence() == null
                ? model
                : String.format(Locale.ROOT, "confidence %.2f, %s", work.confidence(), model);
    }
}
