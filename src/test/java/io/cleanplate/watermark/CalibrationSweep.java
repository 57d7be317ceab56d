package io.cleanplate.watermark;

import com.google.errorprone.annotations.FormatMethod;
import io.cleanplate.imaging.Rect;
import io.cleanplate.watermark.DrawnCases.Kind;
import io.cleanplate.watermark.DrawnCases.Shown;
import io.cleanplate.watermark.DrawnCases.Subject;
import io.cleanplate.watermark.LearnOutcome.Learned;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Measures how far {@link Confidence} can be relied on, over sources drawn at random: run by hand, with a seed, a number of
 * sources and perhaps a file for the evidence of each case. The tests draw with other seeds.
 */
final class CalibrationSweep {
    private static final int TRUE_CASES = 6;
    private static final int FALSE_CASES = 2;
    /** Decibels beyond which nobody sees a difference. */
    private static final double UNSEEN = 40;

    private final DrawnCases cases;
    private final List<Row> rows = new ArrayList<>();
    private final Map<String, int[]> learned = new TreeMap<>();

    private CalibrationSweep(long seed) {
        cases = new DrawnCases(seed);
    }

    private record Row(
            Subject subject, Kind kind, Profile profile, Optional<Found> found, Evidence evidence, Outcome outcome) {
        double sure() {
            return found.isPresent() ? outcome.confidence().value() : 0;
        }

        boolean near() {
            return outcome.loss() <= 3;
        }

        boolean unseen() {
            return near() || outcome.truth() - outcome.loss() >= UNSEEN;
        }
    }

    /** Decibels that are missing to undoing with the true opacity, and that this has. */
    private record Outcome(Confidence confidence, double loss, double truth, double noise) {}

    /** Arguments: seed, sources, and a file that is written with a line for each case. */
    public static void main(String[] args) throws IOException {
        CalibrationSweep sweep = new CalibrationSweep(Long.parseLong(args[0]));
        for (int i = 0; i < Integer.parseInt(args[1]); i++) {
            sweep.source(i);
        }
        System.out.println(sweep.report());
        if (args.length > 2) {
            Files.writeString(Path.of(args[2]), sweep.lines(), StandardCharsets.UTF_8);
        }
    }

    private void source(int number) {
        Subject subject = cases.subject(number);
        LearnOutcome outcome = cases.learn(subject);
        int[] count = learned.computeIfAbsent(group(subject), g -> new int[2]);
        count[1]++;
        if (outcome instanceof Learned one) {
            count[0]++;
            for (int i = 0; i < TRUE_CASES; i++) {
                rows.add(row(subject, Kind.SAME, one.profile()));
            }
            for (int i = 0; i < FALSE_CASES; i++) {
                for (Kind kind : List.of(Kind.NONE, Kind.OTHER, Kind.MOVED, Kind.SCALED)) {
                    rows.add(row(subject, kind, one.profile()));
                }
            }
        } else {
            System.out.println("not learned: " + number + " " + subject + " " + outcome);
        }
    }

    private Row row(Subject subject, Kind kind, Profile profile) {
        Shown shown = cases.show(subject, kind);
        Optional<Found> found = new MarkFinder().find(shown.marked(), profile);
        Placement placement = found.map(Found::placement).orElse(Placement.USUAL);
        Removal removal = new MarkRemover().remove(shown.marked(), profile, placement);
        Rect area = profile.place().in(shown.marked().width(), shown.marked().height());
        Evidence evidence = new Fitting(profile.planes()).evidence(shown.marked(), area, placement);
        double truth = shown.decibels(cases.undone(shown), removal.leftToInpaint());
        double loss = truth - shown.decibels(removal.result(), removal.leftToInpaint());
        return new Row(
                subject,
                kind,
                profile,
                found,
                evidence,
                new Outcome(removal.confidence(), loss, truth, JpegNoise.of(shown.marked(), area)));
    }

    private static String group(Subject subject) {
        return subject.pictures() + " pictures";
    }

    private String report() {
        StringBuilder text = new StringBuilder();
        learned.forEach((group, count) -> line(text, "%s: %d of %d learned", group, count[0], count[1]));
        shares(text, "all", row -> true);
        by(text, row -> "K " + row.subject().pictures());
        by(text, row -> "JPEG " + row.subject().quality());
        by(text, row -> "opacity " + Math.round(row.subject().mark().opacity() * 4) / 4.0);
        by(text, row -> row.subject().mark().look().toString());
        by(text, row -> row.subject().mark().anchor().toString());
        by(text, row -> "jitter " + row.subject().jitter());
        for (Kind kind : Kind.values()) {
            List<Row> of = rows.stream().filter(row -> row.kind() == kind).toList();
            long found = of.stream().filter(row -> row.found().isPresent()).count();
            long removed = of.stream().filter(row -> row.sure() >= 0.8).count();
            line(text, "%s: %d cases, %d found, %d removed", kind, of.size(), found, removed);
        }
        return text.toString();
    }

    private void by(StringBuilder text, Function<Row, String> name) {
        rows.stream()
                .map(name)
                .distinct()
                .sorted()
                .forEach(each -> shares(text, each, row -> name.apply(row).equals(each)));
    }

    private void shares(StringBuilder text, String name, Predicate<Row> which) {
        List<Row> some = rows.stream()
                .filter(row -> row.kind() == Kind.SAME)
                .filter(which)
                .toList();
        List<Row> sure = some.stream().filter(row -> row.sure() > 0.9).toList();
        line(
                text,
                "%-14s %4d true | found %3.0f %% | > 0.5 %3.0f %% | > 0.8 %3.0f %%, near or unseen %d of %d | > 0.9 %3.0f %%, near %d of %d |"
                        + " could be %3.0f %% | truth %.1f dB, loss %.1f dB",
                name,
                some.size(),
                share(some, row -> row.found().isPresent()),
                share(some, row -> row.sure() > 0.5),
                share(some, row -> row.sure() > 0.8),
                some.stream().filter(row -> row.sure() > 0.8 && row.unseen()).count(),
                some.stream().filter(row -> row.sure() > 0.8).count(),
                share(some, row -> row.sure() > 0.9),
                sure.stream().filter(Row::near).count(),
                sure.size(),
                share(some, Row::near),
                some.stream()
                        .mapToDouble(row -> row.outcome().truth())
                        .average()
                        .orElse(0),
                some.stream().mapToDouble(row -> row.outcome().loss()).average().orElse(0));
    }

    private static double share(List<Row> some, Predicate<Row> which) {
        return 100.0 * some.stream().filter(which).count() / Math.max(1, some.size());
    }

    @FormatMethod
    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    private String lines() {
        StringBuilder text = new StringBuilder(
                "source,kind,pictures,quality,opacity,look,anchor,jitter,found,score,dx,dy,shift,"
                        + "strength,scatter,worst,explained,contrast,usual,noise,gain,soft,uncertainty,error,one,presence,precision,coverage,loss,truth\n");
        for (Row row : rows) {
            Subject s = row.subject();
            Placement p = row.found().map(Found::placement).orElse(Placement.USUAL);
            Evidence e = row.evidence();
            Confidence c = row.outcome().confidence();
            line(
                    text,
                    "%d,%s,%d,%d,%.3f,%s,%s,%.2f,%d,%.4f,%.3f,%.3f,%.4f,%.4f,%.4f,%.4f,%.4f,%.3f,%.3f,%.3f,%.3f,%.3f,%.4f,%.4f,%d,%.4f,%.4f,%.4f,%.3f,%.3f",
                    s.number(),
                    row.kind(),
                    s.pictures(),
                    s.quality(),
                    s.mark().opacity(),
                    s.mark().look(),
                    s.mark().anchor(),
                    s.jitter(),
                    row.found().isPresent() ? 1 : 0,
                    row.found().map(Found::score).orElse(0.0),
                    p.dx(),
                    p.dy(),
                    p.strength(),
                    e.strength(),
                    e.scatter(),
                    e.worst(),
                    e.explained(),
                    e.contrast(),
                    row.profile().planes().contrast(),
                    row.outcome().noise(),
                    row.profile().planes().gain(),
                    row.profile().planes().softened(p.dx(), p.dy()),
                    row.profile().quality().uncertainty(),
                    row.profile().quality().error(),
                    row.profile().quality().oneColour() ? 1 : 0,
                    c.presence(),
                    c.precision(),
                    c.coverage(),
                    row.outcome().loss(),
                    row.outcome().truth());
        }
        return text.toString();
    }
}
