package io.cleanplate.watermark;

import io.cleanplate.imaging.Pixels;
import io.cleanplate.imaging.Rect;
import io.cleanplate.mask.Mask;
import io.cleanplate.task.TaskMonitor;
import io.cleanplate.watermark.Estimator.Estimate;
import io.cleanplate.watermark.LearnOutcome.Learned;
import io.cleanplate.watermark.Profile.Event;
import io.cleanplate.watermark.Profile.Quality;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Lets a profile learn from further pictures: they are fitted with the old estimate as what is expected beforehand, as
 * heavy as the pictures it came from. No old picture is needed again. Where most of the new ones no longer show the mark as
 * it was, the source changed it: if they share another one, that becomes the profile's next version. Thread-safe.
 */
public final class ProfileUpdater {
    /** Old pictures count no more than that, so that a slow change is followed. */
    private static final int MOST_OLD = 100;

    private static final double DRIFTED = 0.5;

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
     * Learns from new pictures of the profile's source.
     *
     * @throws java.util.concurrent.CancellationException when the monitor wants to stop
     */
    public Update update(Profile profile, List<Pixels> pictures, LearnOptions options, TaskMonitor monitor) {
        List<Patch> patches = new ArrayList<>();
        List<Integer> without = new ArrayList<>();
        for (int i = 0; i < pictures.size(); i++) {
            monitor.progress(i, pictures.size());
            monitor.checkCancelled();
            Pixels picture = pictures.get(i);
            Placement placed =
                    finder.find(picture, profile).map(Found::placement).orElse(null);
            if (placed == null || placed.strength() != 1) {
                without.add(i);
            } else {
                Rect area = profile.place().in(picture.width(), picture.height());
                patches.add(Patch.cut(picture, area, placed.dx(), placed.dy()));
            }
        }
        if (without.size() > DRIFTED * pictures.size()) {
            return drifted(profile, pictures, options, monitor);
        }
        if (patches.isEmpty()) {
            return new Update(profile, without, false, "There was nothing new to learn from.");
        }
        int old = Math.min(MOST_OLD, profile.quality().pictures());
        Estimate estimate =
                new Estimator(new Observations(patches, mask(profile.planes())), profile.planes(), old).estimate();
        String says = "Learned from " + patches.size() + " more pictures.";
        int all = profile.quality().pictures() + patches.size();
        Profile next = new Profile(
                profile.owner(),
                profile.sizeClass(),
                profile.place(),
                profile.plane(),
                estimate.planes(),
                new Quality(all, estimate.error(), estimate.uncertainty(), estimate.oneColour()),
                profile.version(),
                with(profile.history(), new Event(options.time(), profile.version(), patches.size(), says)));
        return new Update(next, without, false, says);
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
        Profile next = new Profile(
                profile.owner(),
                fresh.sizeClass(),
                fresh.place(),
                fresh.plane(),
                fresh.planes(),
                fresh.quality(),
                version,
                with(profile.history(), new Event(options.time(), version, pictures.size(), says)));
        return new Update(next, learned.without(), true, says);
    }

    private static List<Event> with(List<Event> history, Event event) {
        List<Event> longer = new ArrayList<>(history);
        longer.add(event);
        return longer;
    }

    private static Mask mask(MarkPlanes planes) {
        byte[] grey = new byte[planes.width() * planes.height()];
        for (int i = 0; i < grey.length; i++) {
            grey[i] = (byte) (planes.touches(i) ? 255 : 0);
        }
        return Mask.ofGrey(planes.width(), planes.height(), grey).grow(1);
    }
}
