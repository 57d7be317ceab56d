package io.cleanplate.watermark;

import io.cleanplate.error.InputException;
import io.cleanplate.imaging.Rect;
import io.cleanplate.watermark.Aligner.Shift;
import io.cleanplate.watermark.Estimator.Estimate;
import io.cleanplate.watermark.Profile.Event;
import io.cleanplate.watermark.Profile.Quality;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Makes one profile of two that were learned of the same mark: under two names of an agency, or twice. The mark is fitted
 * to what the pictures of both told. Thread-safe.
 */
public final class ProfileMerger {
    /** Pixels by which two profiles' marks may lie apart. */
    private static final int REACH = 6;
    /** The share by which widths and heights may differ; a weak edge is learned or not. */
    private static final double SIZE = 0.15;

    private static final int SIZE_PIXELS = 4;
    /** Agreement of outlines from which on they are one shape, and the share of a mark's effect that may differ. */
    private static final double SHAPE = 0.6;

    private static final double EFFECT = 0.3;
    /** How much stronger one mark may be than the other: few pictures tell an opacity that badly. */
    private static final double STRENGTH = 1.42;

    /** A merger. */
    public ProfileMerger() {}

    /**
     * One profile of two, at the first one's place, with both histories: the next version of both.
     *
     * @param options whose the profile is to be, and when
     * @throws InputException when they are not of one mark: says in what they differ
     */
    public Profile merge(Profile one, Profile other, LearnOptions options) {
        Aligned aligned = aligned(one, other);
        Rect area = area(one.place()).union(aligned.area());
        Moments moments = moments(one)
                .within(area(one.place()), area)
                .joined(aligned.moments().within(aligned.area(), area));
        Estimate estimate = new MomentsFit(moments).estimate();
        Place place = new Place(one.place().anchor(), area.left(), area.top(), area.width(), area.height());
        int version = Math.max(one.version(), other.version()) + 1;
        return new Profile(
                options.owner(),
                SizeClass.join(one.sizeClass(), other.sizeClass()),
                place,
                one.quality().pictures() >= other.quality().pictures() ? one.plane() : other.plane(),
                estimate.planes(),
                new Quality(
                        one.quality().pictures() + other.quality().pictures(),
                        estimate.error(),
                        estimate.uncertainty(),
                        estimate.oneColour()),
                version,
                history(one, other, new Event(options.time(), version, 0, says(other))),
                moments);
    }

    private static String says(Profile other) {
        return "Joined with what was learned of " + other.owner().source() + ".";
    }

    /** The other profile's pictures in terms of the first one. */
    private record Aligned(Rect area, Moments moments) {}

    private static Aligned aligned(Profile one, Profile other) {
        Rect first = area(one.place());
        Rect second = area(other.place());
        if (one.place().anchor() != other.place().anchor()
                || first.grow(2 * REACH).intersect(second).isEmpty()) {
            throw new InputException(different("they lie at different places of the picture"));
        }
        Rect firstMark = moments(one).mask().bounds();
        Rect secondMark = moments(other).mask().bounds();
        if (differ(firstMark.width(), secondMark.width()) || differ(firstMark.height(), secondMark.height())) {
            throw new InputException(different("one is " + firstMark.width() + " x " + firstMark.height()
                    + " pixels large and the other " + secondMark.width() + " x " + secondMark.height()));
        }
        Shift shift = shift(one, other);
        double dx = Placement.snapped(shift.dx());
        double dy = Placement.snapped(shift.dy());
        int wholeX = (int) Math.rint(dx);
        int wholeY = (int) Math.rint(dy);
        Rect moved = new Rect(
                second.left() - wholeX, second.top() - wholeY, second.right() - wholeX, second.bottom() - wholeY);
        boolean whole = dx == wholeX && dy == wholeY;
        MarkPlanes planes = whole ? other.planes() : other.planes().placed(wholeX - dx, wholeY - dy, 1);
        checkSame(one, planes, moved);
        // What pictures told of pixels tells nothing of points between them, other than through the mark it led to.
        return new Aligned(moved, whole ? moments(other) : Moments.supposed(planes, other.quality()));
    }

    private static String different(String how) {
        return "These are not the same mark: " + how + ".";
    }

    private static boolean differ(int one, int other) {
        return Math.abs(one - other) > Math.max(SIZE_PIXELS, SIZE * Math.max(one, other));
    }

    private static Shift shift(Profile one, Profile other) {
        Rect area = area(one.place());
        Rect wide = area.grow(REACH);
        Directions mark = Directions.of(effect(one.planes(), area, area, one.plane()), area.width(), area.height());
        Shift shift = new Aligner(mark, REACH)
                .find(Directions.of(
                        effect(other.planes(), area(other.place()), wide, one.plane()), wide.width(), wide.height()));
        if (shift.cosine() < SHAPE) {
            throw new InputException(different("their shapes differ"));
        }
        return shift;
    }

    private static void checkSame(Profile one, MarkPlanes other, Rect area) {
        Rect first = area(one.place());
        double same = 0;
        double both = 0;
        double off = 0;
        for (int c = 0; c < Patch.PLANES; c++) {
            float[] a = effect(one.planes(), first, first, c);
            float[] b = effect(other, area, first, c);
            for (int i = 0; i < a.length; i++) {
                same += a[i] * a[i];
                both += a[i] * b[i];
                off += (a[i] - b[i]) * (a[i] - b[i]);
            }
        }
        double strength = both / Math.max(1e-9, same);
        if (strength > STRENGTH || strength < 1 / STRENGTH) {
            throw new InputException(different("one is much fainter than the other"));
        }
        if (off > EFFECT * same) {
            throw new InputException(different("their shapes or colours differ"));
        }
    }

    /** What a mark at one area adds to a picture of usual values, in another area. */
    private static float[] effect(MarkPlanes planes, Rect from, Rect in, int plane) {
        float[] values = new float[in.width() * in.height()];
        Rect inside = from.intersect(in);
        for (int y = inside.top(); y < inside.bottom(); y++) {
            for (int x = inside.left(); x < inside.right(); x++) {
                int i = (y - from.top()) * from.width() + x - from.left();
                values[(y - in.top()) * in.width() + x - in.left()] =
                        planes.colour(plane)[i] - planes.opacity(plane)[i] * Moments.usual(plane);
            }
        }
        return values;
    }

    private static Moments moments(Profile profile) {
        return profile.moments().isNone() ? Moments.supposed(profile.planes(), profile.quality()) : profile.moments();
    }

    /** A place in pixels from its anchor. */
    private static Rect area(Place place) {
        return new Rect(place.dx(), place.dy(), place.dx() + place.width(), place.dy() + place.height());
    }

    private static List<Event> history(Profile one, Profile other, Event joined) {
        List<Event> all = new ArrayList<>(one.history());
        all.addAll(other.history());
        all.sort(Comparator.comparing(Event::time));
        all.add(joined);
        return History.shortened(all);
    }
}
