package io.cleanplate.watermark;

import io.cleanplate.imaging.Pixels;
import io.cleanplate.imaging.Rect;
import io.cleanplate.task.TaskMonitor;
import io.cleanplate.watermark.Estimator.Estimate;
import io.cleanplate.watermark.LearnOutcome.Learned;
import io.cleanplate.watermark.Profile.Event;
import io.cleanplate.watermark.Profile.Quality;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Lets a profile learn from further pictures, as if it had learned from them and the old ones at once: of those, their
 * {@link Moments} were kept. Where most of the new ones no longer show the mark as it was, the source changed it: if they
 * share another one, that becomes the profile's next version. Thread-safe.
 */
public final class ProfileUpdater {
    /** Old pictures count no more than that, so that a slow change is followed. */
    private static final int MOST_OLD = 100;

    private static final double DRIFTED = 0.5;
    /** Pictures in which the mark is less likely than that teach nothing; a mark that is there scores far more. */
    private static final double LEAST_PRESENCE = 0.1;
    /** What a picture counts whose mark lies between pixels: interpolating blurs the mark's edges. */
    private static final double BETWEEN_PIXELS = 0.25;

    private final MarkFinder finder = new MarkFinder();
    private final MarkLearner learner = new MarkLearner();

    /** An updater. */
    public ProfileUpdater() {}

    /**
     * What came of the new pictures.
     *
     * @param profile the profile as it is now
     * @param without indices of the pictures that show neither the old mark nor a new one
     * @param drifted whether most do not show the mark as it was
     * @param says one sentence for people
     */
    public record Update(Profile profile, List<Integer> without, boolean drifted, String says) {
        /** Keeps a copy of the list. */
        public Update {
            without = List.copyOf(without);
        }
    }

    /**
     * Learns from new pictures of the profile's source, in which the mark is looked for.
     *
     * @throws java.util.concurrent.CancellationException when the monitor wants to stop
     */
    public Update update(Profile profile, List<Pixels> pictures, LearnOptions options, TaskMonitor monitor) {
        List<Seen> seen = new ArrayList<>();
        List<Integer> which = new ArrayList<>();
        for (int i = 0; i < pictures.size(); i++) {
            monitor.progress(i, pictures.size());
            monitor.checkCancelled();
            Optional<Found> found = finder.find(pictures.get(i), profile);
            if (found.isPresent()) {
                seen.add(new Seen(pictures.get(i), found.get().placement()));
                which.add(i);
            }
        }
        if (pictures.size() - seen.size() > DRIFTED * pictures.size()) {
            return drifted(profile, pictures, options, monitor);
        }
        Update update = learn(profile, seen, options);
        List<Integer> taught = IntStream.range(0, which.size())
                .filter(i -> !update.without().contains(i))
                .mapToObj(which::get)
                .toList();
        List<Integer> without = IntStream.range(0, pictures.size())
                .filter(i -> !taught.contains(i))
                .boxed()
                .toList();
        return new Update(update.profile(), without, false, update.says());
    }

    /**
     * Learns from pictures, one or more, of which it is known where the mark lies. Those that do not show it there all the
     * same are left out.
     *
     * <p>A picture with a strength other than 1 was made with more or less of the same mark, or an editor thought so. It
     * tells what the mark's shape and colour are like, but were it taken at its word, errors of that strength would add up
     * in the profile's opacity; so it is scaled to agree with the profile on the whole.
     *
     * @param seen upright pictures, placed in terms of this profile
     */
    public Update learn(Profile profile, List<Seen> seen, LearnOptions options) {
        MarkPlanes planes = profile.planes();
        HarmonicFill fill = new Fitting(planes).fill();
        List<Patch> patches = new ArrayList<>();
        List<Placement> placements = new ArrayList<>();
        List<Integer> without = new ArrayList<>();
        for (int i = 0; i < seen.size(); i++) {
            Placement placed = seen.get(i).placement();
            Patch patch = patch(profile, seen.get(i));
            Evidence evidence = Evidence.of(planes.placed(0, 0, placed.strength()), patch, fill);
            if (Judge.presence(evidence, placed) < LEAST_PRESENCE) {
                without.add(i);
            } else {
                patches.add(patch);
                placements.add(placed);
            }
        }
        boolean drifted = seen.size() >= MarkLearner.FEWEST && without.size() > DRIFTED * seen.size();
        if (patches.isEmpty()) {
            return new Update(profile, without, drifted, "There was nothing new to learn from.");
        }
        Moments before = profile.moments().isNone()
                ? Moments.supposed(planes, profile.quality())
                : profile.moments().faded(MOST_OLD);
        Told told = new Told(before, new Observations(patches, before.mask()), planes);
        for (int k = 0; k < patches.size(); k++) {
            Placement placed = placements.get(k);
            if (placed.strength() != 1) {
                told.strength(k, placed.strength());
            }
            if (placed.dx() != Math.rint(placed.dx()) || placed.dy() != Math.rint(placed.dy())) {
                told.worth(k, BETWEEN_PIXELS);
            }
        }
        Told.Outcome outcome = told.learned();
        Profile next = with(profile, outcome, patches.size(), options);
        return new Update(next, without, drifted, History.more(patches.size()));
    }

    private static Patch patch(Profile profile, Seen seen) {
        Rect area = profile.place().in(seen.upright().width(), seen.upright().height());
        return Patch.cut(
                seen.upright(), area, seen.placement().dx(), seen.placement().dy());
    }

    private static Profile with(Profile profile, Told.Outcome outcome, int pictures, LearnOptions options) {
        Estimate estimate = outcome.estimate();
        int all = profile.quality().pictures() + pictures;
        Event event = new Event(options.time(), profile.version(), pictures, History.more(pictures));
        return new Profile(
                profile.owner(),
                profile.sizeClass(),
                profile.place(),
                profile.plane(),
                estimate.planes(),
                new Quality(all, estimate.error(), estimate.uncertainty(), estimate.oneColour()),
                profile.version(),
                History.with(profile.history(), event),
                outcome.moments());
    }

    private Update drifted(Profile profile, List<Pixels> pictures, LearnOptions options, TaskMonitor monitor) {
        List<Integer> all = IntStream.range(0, pictures.size()).boxed().toList();
        String changed = "Most of the new pictures do not show the mark as it was";
        if (pictures.size() < MarkLearner.FEWEST
                || !(learner.learn(pictures, options, monitor) instanceof Learned learned)) {
            return new Update(profile, all, true, changed + ", and no new mark could be learned from them yet.");
        }
        int version = profile.version() + 1;
        String says = changed + ": version " + version + " was learned from them alone.";
        Profile fresh = learned.profile();
        Event event = new Event(options.time(), version, fresh.quality().pictures(), says);
        Profile next = new Profile(
                profile.owner(),
                fresh.sizeClass(),
                fresh.place(),
                fresh.plane(),
                fresh.planes(),
                fresh.quality(),
                version,
                History.with(profile.history(), event),
                fresh.moments());
        return new Update(next, learned.without(), true, says);
    }
}
