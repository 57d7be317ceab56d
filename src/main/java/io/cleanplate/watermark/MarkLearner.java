package io.cleanplate.watermark;

import io.cleanplate.error.InputException;
import io.cleanplate.imaging.Pixels;
import io.cleanplate.imaging.Rect;
import io.cleanplate.task.TaskMonitor;
import io.cleanplate.watermark.Agreement.Region;
import io.cleanplate.watermark.LearnOutcome.Learned;
import io.cleanplate.watermark.LearnOutcome.NoMark;
import io.cleanplate.watermark.LearnOutcome.SeveralMarks;
import io.cleanplate.watermark.Profile.Event;
import io.cleanplate.watermark.Profile.Quality;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Learns a source's mark from several of its pictures. Thread-safe; works in parallel by itself. */
public final class MarkLearner {
    /** Fewer pictures tell a mark from chance too seldom. */
    public static final int FEWEST = 3;

    /** A share of the picture beyond which pictures are alike rather than marked. */
    private static final double MOST_OF_PICTURE = 0.4;

    private static final String ALIKE =
            "The pictures are too much alike to tell a mark from them: give different ones.";
    /** Grey levels of doubt beyond which nothing was learned: a mixture of marks, or a shape that chance made. */
    private static final double TOO_UNCERTAIN = 40;

    /** A learner. */
    public MarkLearner() {}

    /**
     * Learns from pictures in stored order, of one size or several. Pictures without the mark are set aside.
     *
     * @throws InputException when there are fewer than {@value #FEWEST} pictures
     * @throws java.util.concurrent.CancellationException when the monitor wants to stop
     */
    public LearnOutcome learn(List<Pixels> pictures, LearnOptions options, TaskMonitor monitor) {
        if (pictures.size() < FEWEST) {
            throw new InputException("A mark is learned from at least " + FEWEST + " pictures, and there "
                    + (pictures.size() == 1 ? "is one." : "are " + pictures.size() + "."));
        }
        if (Distinct.count(pictures) < FEWEST) {
            return new NoMark(ALIKE);
        }
        Optional<Region> region = Search.region(pictures, monitor);
        if (region.isEmpty()) {
            return new NoMark("The pictures show no mark at the same place: "
                    + "give more pictures of the same source, or of one size.");
        }
        List<List<Integer>> groups = groups(pictures, region.get());
        List<List<Integer>> large =
                groups.stream().filter(group -> group.size() >= FEWEST).toList();
        if (large.isEmpty()) {
            return new NoMark("No three pictures show the same mark: give more pictures of the same source.");
        }
        List<Integer> chosen = large.getFirst();
        List<Integer> rest = IntStream.range(0, pictures.size())
                .filter(i -> !chosen.contains(i))
                .boxed()
                .toList();
        List<List<Integer>> marks = new ArrayList<>(large);
        if (marks.size() == 1 && rest.size() >= FEWEST) {
            elsewhere(pictures, rest, monitor).ifPresent(marks::add);
        }
        if (marks.size() > 1) {
            return new SeveralMarks(
                    marks, "The pictures show " + marks.size() + " different marks: learn from those of each apart.");
        }
        Place place = region.get().place();
        Pixels first = pictures.getFirst();
        if ((double) place.width() * place.height() > MOST_OF_PICTURE * first.width() * first.height()) {
            return new NoMark(ALIKE);
        }
        return learn(pictures, chosen, rest, region.get(), new Context(options, monitor));
    }

    private record Context(LearnOptions options, TaskMonitor monitor) {}

    private static LearnOutcome learn(
            List<Pixels> pictures, List<Integer> chosen, List<Integer> rest, Region region, Context context) {
        List<Pixels> marked = chosen.stream().map(pictures::get).toList();
        Optional<Learning.Found> found =
                new Learning(marked, region.place().grow(Learning.MARGIN), region.plane(), context.monitor()).run();
        if (found.isEmpty()) {
            return new NoMark("What the pictures share is too faint for a mark: give more of the same source.");
        }
        if (found.get().uncertainty() > TOO_UNCERTAIN) {
            return new NoMark("The pictures do not agree on one mark: give more pictures, all of the same source.");
        }
        SizeClass sizes = null;
        for (Pixels picture : marked) {
            sizes = SizeClass.join(sizes, SizeClass.of(picture.width(), picture.height()));
        }
        Estimator.Estimate estimate = found.get().estimate();
        Profile profile = new Profile(
                context.options().owner(),
                sizes == null ? SizeClass.ANY : sizes,
                found.get().place(),
                region.plane(),
                estimate.planes(),
                new Quality(marked.size(), estimate.error(), found.get().uncertainty(), estimate.oneColour()),
                1,
                List.of(new Event(
                        context.options().time(), 1, marked.size(), "Learned from " + marked.size() + " pictures.")),
                found.get().moments());
        return new Learned(profile, rest);
    }

    private static List<List<Integer>> groups(List<Pixels> pictures, Region region) {
        Place wide = region.place().grow(Groups.REACH);
        return Groups.of(pictures.stream()
                .parallel()
                .map(p -> {
                    Rect area = wide.in(p.width(), p.height());
                    return Directions.of(Channel.of(p, area, region.plane()), area.width(), area.height());
                })
                .toList());
    }

    /** The pictures of those left over that share a mark at another place. */
    private static Optional<List<Integer>> elsewhere(List<Pixels> pictures, List<Integer> rest, TaskMonitor monitor) {
        List<Pixels> left = rest.stream().map(pictures::get).toList();
        return Search.region(left, monitor)
                .map(region -> groups(left, region).getFirst())
                .filter(group -> group.size() >= FEWEST)
                .map(group -> group.stream().map(rest::get).toList());
    }
}
