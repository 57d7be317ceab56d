package io.cleanplate.benchmark;

import io.cleanplate.imaging.Pixels;
import io.cleanplate.imaging.Rect;
import io.cleanplate.inpaint.InpaintOptions;
import io.cleanplate.inpaint.Inpainter;
import io.cleanplate.inpaint.model.ModelEntry;
import io.cleanplate.inpaint.plan.Strategy;
import io.cleanplate.mask.Mask;
import io.cleanplate.task.TaskMonitor;
import io.cleanplate.watermark.DrawnSource;
import io.cleanplate.watermark.DrawnSource.Look;
import io.cleanplate.watermark.DrawnSource.Mark;
import io.cleanplate.watermark.LearnOptions;
import io.cleanplate.watermark.LearnOutcome.Learned;
import io.cleanplate.watermark.MarkFinder;
import io.cleanplate.watermark.MarkLearner;
import io.cleanplate.watermark.MarkRemover;
import io.cleanplate.watermark.Placement;
import io.cleanplate.watermark.Profile;
import io.cleanplate.watermark.Profile.Owner;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** How near undoing a learned mark comes to the truth, by what it was learned from, and how long both take. */
final class WatermarkBenchmark implements AutoCloseable {
    private static final int WIDTH = 440;
    private static final int HEIGHT = 290;
    private static final int SOURCES = 3;
    private static final int FRESH = 6;
    /** What a mean counts at most, since a black sky comes back exactly. */
    private static final double MOST_DECIBELS = 60;

    private static final LearnOptions OPTIONS = new LearnOptions(new Owner("", "Meridian"), Instant.EPOCH);

    private final Map<String, Inpainter> inpainters = new TreeMap<>();
    private final Map<String, Integer> margins = new TreeMap<>();

    WatermarkBenchmark(BenchmarkModels models) {
        for (ModelEntry entry : models.present()) {
            inpainters.put(entry.name(), models.engine(entry));
            margins.put(entry.name(), entry.contextMargin());
        }
    }

    @Override
    public void close() {
        inpainters.values().forEach(Inpainter::close);
    }

    private record Case(int pictures, int quality, double opacity, Look look, double jitter) {}

    ReadmeTable table() {
        ReadmeTable table = new ReadmeTable(
                "watermark",
                "learned from",
                "JPEG",
                "mark",
                "shifted by up to",
                "method",
                "PSNR, dB",
                "surer than 0.8",
                "than 0.9");
        Case usual = new Case(10, 90, 0.45, Look.WHITE, 0);
        rows(table, usual, true);
        for (int pictures : new int[] {3, 5, 20, 40}) {
            rows(table, new Case(pictures, 90, 0.45, Look.WHITE, 0), false);
        }
        for (int pictures : new int[] {3, 5, 10, 20, 40}) {
            rows(table, new Case(pictures, 0, 0.45, Look.WHITE, 0), false);
        }
        for (int quality : new int[] {95, 75}) {
            rows(table, new Case(10, quality, 0.45, Look.WHITE, 0), false);
        }
        for (double opacity : new double[] {0.2, 0.75}) {
            rows(table, new Case(10, 90, opacity, Look.WHITE, 0), true);
        }
        for (Look look : new Look[] {Look.COLOURED, Look.SHADOWED}) {
            rows(table, new Case(10, 90, 0.45, look, 0), true);
            rows(table, new Case(40, 90, 0.45, look, 0), false);
        }
        for (double jitter : new double[] {0.25, 0.5, 1}) {
            rows(table, new Case(10, 90, 0.45, Look.WHITE, jitter), false);
        }
        return table;
    }

    ReadmeTable times() {
        ReadmeTable table = new ReadmeTable("watermark-times", "what", "ms");
        Mark mark = new Mark("MER", 110, Look.WHITE, 0.45);
        DrawnSource source = new DrawnSource(7);
        List<Pixels> pictures = DrawnSource.marked(source.clean(40, 600, 400), mark, 90);
        Clock figures = new Clock();
        table.row("learn from 10 pictures", figures.median(5, () -> learn(pictures.subList(0, 10))));
        table.row("learn from 40 pictures", figures.median(5, () -> learn(pictures)));
        Profile profile = learn(pictures).orElseThrow();
        Pixels picture = pictures.getFirst();
        table.row("find the mark in a picture", figures.median(15, () -> new MarkFinder().find(picture, profile)));
        table.row("undo it", figures.median(15, () -> new MarkRemover().remove(picture, profile, Placement.USUAL)));
        return table;
    }

    /** Medians of times. */
    private static final class Clock {
        String median(int runs, Runnable work) {
            List<Double> millis = new ArrayList<>();
            for (int run = 0; run <= runs; run++) {
                long start = System.nanoTime();
                work.run();
                if (run > 0) {
                    millis.add((System.nanoTime() - start) / 1e6);
                }
            }
            return String.format(
                    Locale.ROOT, "%.0f", millis.stream().sorted().toList().get(runs / 2));
        }
    }

    private static Optional<Profile> learn(List<Pixels> pictures) {
        return new MarkLearner().learn(pictures, OPTIONS, TaskMonitor.NONE) instanceof Learned learned
                ? Optional.of(learned.profile())
                : Optional.empty();
    }

    /** Decibels by method over the fresh pictures of several sources, none of which was learned from. */
    private void rows(ReadmeTable table, Case chosen, boolean inpainters) {
        Map<String, List<Double>> decibels = new TreeMap<>();
        int shown = 0;
        int sure = 0;
        int learned = 0;
        Mark mark = new Mark("NEWS", 26, chosen.look(), chosen.opacity());
        for (int seed = 0; seed < SOURCES; seed++) {
            DrawnSource source = new DrawnSource(seed);
            Random random = new Random(seed);
            List<Pixels> pictures = new ArrayList<>();
            for (Pixels clean : source.clean(chosen.pictures(), WIDTH, HEIGHT)) {
                pictures.add(shifted(mark, chosen, random, clean));
            }
            Optional<Profile> profile = learn(pictures);
            learned += profile.isPresent() ? 1 : 0;
            for (int i = 0; i < FRESH; i++) {
                Pixels clean = source.clean(WIDTH, HEIGHT);
                double x = (random.nextDouble() * 2 - 1) * chosen.jitter();
                double y = (random.nextDouble() * 2 - 1) * chosen.jitter();
                Mark placed = mark.at(x, y);
                Pixels marked = DrawnSource.jpeg(placed.over(clean), chosen.quality());
                Mask mask = placed.mask(clean);
                Rect area = mask.bounds().grow(1);
                add(
                        decibels,
                        "1 undone, opacity known",
                        clean,
                        placed.mixing(clean, area).undo(marked),
                        mask);
                if (profile.isPresent()) {
                    var found = new MarkFinder().find(marked, profile.get());
                    var removal = new MarkRemover()
                            .remove(
                                    marked,
                                    profile.get(),
                                    found.map(f -> f.placement()).orElse(Placement.USUAL));
                    add(decibels, "2 undone, learned", clean, removal.result(), mask);
                    shown += found.isPresent() && removal.confidence().value() > 0.8 ? 1 : 0;
                    sure += found.isPresent() && removal.confidence().value() > 0.9 ? 1 : 0;
                }
                if (inpainters) {
                    Mask painted = mask.grow(2);
                    add(decibels, "3 smooth fill", clean, HarmonicFill.fill(marked, painted), mask);
                    inpainted(decibels, clean, marked, painted, mask);
                }
            }
        }
        int all = SOURCES * FRESH;
        String above = percent(shown, all);
        String surer = percent(sure, all);
        String from =
                chosen.pictures() + " pictures" + (learned < SOURCES ? " (" + learned + " of " + SOURCES + ")" : "");
        decibels.forEach((method, values) -> table.row(
                from,
                chosen.quality() == 0 ? "none" : String.valueOf(chosen.quality()),
                chosen.look().name().toLowerCase(Locale.ROOT) + ", " + chosen.opacity(),
                chosen.jitter() + " px",
                method.substring(2),
                String.format(
                        Locale.ROOT,
                        "%.1f",
                        values.stream().mapToDouble(v -> v).average().orElseThrow()),
                method.startsWith("2") ? above : "",
                method.startsWith("2") ? surer : ""));
    }

    private static String percent(int some, int all) {
        return Math.round(100.0 * some / all) + " %";
    }

    private static Pixels shifted(Mark mark, Case chosen, Random random, Pixels clean) {
        double x = (random.nextDouble() * 2 - 1) * chosen.jitter();
        double y = (random.nextDouble() * 2 - 1) * chosen.jitter();
        return DrawnSource.jpeg(mark.at(x, y).over(clean), chosen.quality());
    }

    private void inpainted(Map<String, List<Double>> decibels, Pixels clean, Pixels marked, Mask painted, Mask mask) {
        inpainters.forEach((name, inpainter) -> {
            InpaintOptions options = new InpaintOptions(Strategy.AUTO, margins.getOrDefault(name, 0), 1);
            Pixels result = inpainter
                    .inpaint(marked, painted, options, TaskMonitor.NONE)
                    .pixels();
            add(decibels, "4 " + name, clean, result, mask);
        });
    }

    private static void add(Map<String, List<Double>> decibels, String method, Pixels clean, Pixels result, Mask mask) {
        double psnr = Math.min(MOST_DECIBELS, Quality.psnr(clean, result, mask));
        decibels.computeIfAbsent(method, m -> new ArrayList<>()).add(psnr);
    }
}
