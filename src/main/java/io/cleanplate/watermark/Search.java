package io.cleanplate.watermark;

import io.cleanplate.imaging.Pixels;
import io.cleanplate.imaging.Rect;
import io.cleanplate.task.TaskMonitor;
import io.cleanplate.watermark.Agreement.Region;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Looks for the place where most pictures agree: over all anchors when their sizes differ, since each anchor lays them over
 * each other in another way and the mark's own makes its edges meet.
 */
final class Search {
    /** More pictures than this tell no more about the place. */
    private static final int ENOUGH = 24;
    /** The mean cosine that chance reaches with two pictures falls with their number; this stays, for what sources share. */
    private static final double THRESHOLD = 0.16;

    private static final double CHANCE = 1.0;
    /** Pixels of edge that must agree at least. */
    private static final double LEAST_MASS = 25;
    /** A mean cosine that chroma need not better. */
    private static final double CLEAR = 0.45;
    /** The share of the best anchor's mass with which another explains the pictures as well. */
    private static final double AS_GOOD = 0.999;

    private Search() {}

    /** The place in pictures of these sizes, if there is one; the anchor is the one that explains them. */
    static Optional<Region> region(List<Pixels> all, TaskMonitor monitor) {
        int step = (all.size() + ENOUGH - 1) / ENOUGH;
        List<Pixels> some = IntStream.range(0, all.size())
                .filter(i -> i % step == 0)
                .mapToObj(all::get)
                .toList();
        Region best = null;
        for (int plane = 0; plane < Patch.PLANES && (best == null || best.cosine() < CLEAR); plane++) {
            Region found = region(some, plane, monitor);
            if (best == null || found.mass() * found.cosine() > best.mass() * best.cosine()) {
                best = found;
            }
        }
        return best == null || best.mass() < LEAST_MASS ? Optional.empty() : Optional.of(best);
    }

    private static Region region(List<Pixels> some, int plane, TaskMonitor monitor) {
        double threshold = THRESHOLD + CHANCE / some.size();
        Pixels first = some.getFirst();
        if (some.stream().allMatch(p -> p.width() == first.width() && p.height() == first.height())) {
            Region region = Agreement.of(some, Anchor.TOP_LEFT, plane, monitor).region(threshold);
            Rect area = region.place().in(first.width(), first.height());
            Place place = Place.of(nearest(area, first), area, first.width(), first.height());
            return new Region(place, plane, region.mass(), region.cosine());
        }
        List<Region> regions = Arrays.stream(Anchor.values())
                .map(anchor -> Agreement.of(some, anchor, plane, monitor).region(threshold))
                .toList();
        double most = regions.stream().mapToDouble(Region::mass).max().orElseThrow();
        // Pictures of one width, or one height, meet at several anchors: then a mark is measured from where it is.
        List<Region> best = regions.stream()
                .filter(region -> region.mass() >= AS_GOOD * most)
                .toList();
        return best.stream()
                .filter(region ->
                        region.place().anchor() == nearest(region.place().in(first.width(), first.height()), first))
                .findFirst()
                .orElse(best.getFirst());
    }

    private static Anchor nearest(Rect area, Pixels picture) {
        return Anchor.nearest(
                (area.left() + area.right()) / 2.0,
                (area.top() + area.bottom()) / 2.0,
                picture.width(),
                picture.height());
    }
}
