package io.cleanplate.watermark;

import io.cleanplate.imaging.Pixels;
import io.cleanplate.imaging.Rect;
import io.cleanplate.mask.Mask;
import io.cleanplate.task.TaskMonitor;
import io.cleanplate.watermark.DrawnSource.Look;
import io.cleanplate.watermark.DrawnSource.Mark;
import io.cleanplate.watermark.DrawnSource.Mixing;
import io.cleanplate.watermark.Profile.Owner;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Sources drawn at random, each with a mark, an opacity, a look, a place, a size, a JPEG quality and a number of pictures of
 * its own; and pictures that show a source's mark, or something else. The same seed draws the same. Confined to one thread.
 */
public final class DrawnCases {
    private static final List<String> TEXTS =
            List.of("NEWS", "MOXY", "VALLEY", "MERIDIAN", "AGENCY", "PRESS", "KQ", "PHOTO DESK", "TWELVE", "HARBOUR");
    private static final List<Integer> PICTURES = List.of(3, 5, 10, 20, 40);
    private static final List<Integer> QUALITIES = List.of(0, 95, 90, 75);
    private static final List<Double> JITTERS = List.of(0.0, 0.0, 0.0, 0.25, 0.5);
    private static final LearnOptions OPTIONS = new LearnOptions(new Owner("", "Meridian"), Instant.EPOCH);

    /** What steady marks do to pictures of one size, which takes long to measure. */
    private final Map<List<Object>, Mixing> mixings = new HashMap<>();

    private final long seed;
    private Random random;
    private DrawnSource source;

    /** Cases that a seed draws. */
    public DrawnCases(long seed) {
        this.seed = seed;
        random = new Random(seed);
        source = new DrawnSource(seed);
    }

    /** What a picture shows where a source's mark is looked for. */
    public enum Kind {
        SAME,
        NONE,
        OTHER,
        MOVED,
        SCALED
    }

    /**
     * A source.
     *
     * @param number which of those that the seed draws
     * @param width of its pictures; where they vary, of the smallest
     * @param height of its pictures; where they vary, of the smallest
     * @param varied whether its pictures are of several sizes
     * @param pictures how many are learned from
     * @param quality of its JPEGs; 0 for none
     * @param jitter how far the mark lies from its place at most, in pixels
     */
    public record Subject(
            int number, Mark mark, int width, int height, boolean varied, int pictures, int quality, double jitter) {
        /** The same with another number of pictures and quality, and a steady mark. */
        public Subject with(int count, int jpeg) {
            return new Subject(number, mark, width, height, varied, count, jpeg, 0);
        }
    }

    /** The source of that number; what its pictures show depends on the number and the seed alone. */
    public Subject subject(int number) {
        random = new Random(1000 * seed + number);
        mixings.clear();
        source = source.reseeded(random.nextLong());
        int width = 300 + random.nextInt(101);
        int height = 200 + random.nextInt(101);
        String text = one(TEXTS);
        double letters = 60 + random.nextInt(101);
        double size = Math.clamp(letters / (0.85 * text.length()), 13, 34);
        Mark mark = new Mark(text, Math.rint(size), one(List.of(Look.values())), 0.2 + 0.55 * random.nextDouble());
        // Half of all sources use the corner that most real ones use.
        Anchor anchor = random.nextBoolean() ? Anchor.BOTTOM_RIGHT : one(List.of(Anchor.values()));
        int pictures = one(PICTURES);
        boolean varied = pictures >= 10 && random.nextInt(4) == 0;
        return new Subject(number, mark.at(anchor), width, height, varied, pictures, one(QUALITIES), one(JITTERS));
    }

    /** What pictures of a source teach. */
    LearnOutcome learn(Subject subject) {
        List<Pixels> pictures = IntStream.range(0, subject.pictures())
                .mapToObj(i -> show(subject, Kind.SAME).marked())
                .toList();
        return new MarkLearner().learn(pictures, OPTIONS, TaskMonitor.NONE);
    }

    /** Another picture of a source. */
    public Shown show(Subject subject, Kind kind) {
        int more = subject.varied() ? random.nextInt(4) : 0;
        Pixels clean = source.clean(subject.width() + 14 * more, subject.height() + 10 * more);
        Mark mark = jittered(subject);
        Pixels marked = switch (kind) {
            case SAME -> mark.over(clean);
            case NONE -> clean;
            case OTHER ->
                new Mark(other(mark.text()), mark.height(), mark.look(), mark.opacity())
                        .at(mark.anchor())
                        .over(clean);
            case MOVED -> moved(mark).over(clean);
            case SCALED ->
                new Mark(mark.text(), scaled(mark.height()), mark.look(), mark.opacity())
                        .at(mark.anchor())
                        .over(clean);
        };
        return new Shown(mark, clean, DrawnSource.jpeg(marked, subject.quality()));
    }

    /** A picture with its mark undone by its true opacity and colour. */
    public Pixels undone(Shown shown) {
        Pixels clean = shown.clean();
        List<Object> key = List.of(shown.mark(), clean.width(), clean.height());
        return mixings.computeIfAbsent(
                        key,
                        k -> shown.mark()
                                .mixing(clean, shown.mark().mask(clean).bounds().grow(1)))
                .undo(shown.marked());
    }

    private Mark jittered(Subject subject) {
        double x = (random.nextDouble() * 2 - 1) * subject.jitter();
        double y = (random.nextDouble() * 2 - 1) * subject.jitter();
        return subject.mark().at(x, y);
    }

    private Mark moved(Mark mark) {
        double far = MarkFinder.REACH + 2 + random.nextInt(24);
        int inwardX = mark.anchor().x(2) == 0 ? 1 : mark.anchor().x(2) == 2 ? -1 : random.nextBoolean() ? 1 : -1;
        int inwardY = mark.anchor().y(2) == 0 ? 1 : mark.anchor().y(2) == 2 ? -1 : random.nextBoolean() ? 1 : -1;
        return random.nextBoolean()
                ? mark.at(inwardX * far, inwardY * random.nextInt(12))
                : mark.at(inwardX * random.nextInt(12), inwardY * far);
    }

    private double scaled(double height) {
        return height * (random.nextBoolean() ? 0.75 + 0.2 * random.nextDouble() : 1.05 + 0.25 * random.nextDouble());
    }

    private String other(String text) {
        String other = one(TEXTS);
        while (other.equals(text)) {
            other = one(TEXTS);
        }
        return other;
    }

    private <T> T one(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    /**
     * A picture of which everything is known.
     *
     * @param mark the source's mark where it would lie in it
     * @param clean without any mark
     * @param marked as published
     */
    public record Shown(Mark mark, Pixels clean, Pixels marked) {
        /** How near a picture is to the clean one inside the mark, without some pixels: PSNR in dB. */
        public double decibels(Pixels result, Mask without) {
            Mask mask = mark.mask(clean).subtract(without);
            Rect area = mask.bounds();
            double squares = 0;
            for (int y = area.top(); y < area.bottom(); y++) {
                for (int x = area.left(); x < area.right(); x++) {
                    for (int c = 0; mask.get(x, y) && c < 3; c++) {
                        double off = clean.sample(x, y, c) - result.sample(x, y, c);
                        squares += off * off;
                    }
                }
            }
            return 10 * Math.log10(255 * 255 * 3.0 * Math.max(1, mask.area()) / Math.max(1e-9, squares));
        }
    }
}
