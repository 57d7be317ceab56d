package io.cleanplate.cleaning.proposal;

import io.cleanplate.imaging.Pixels;
import io.cleanplate.imaging.Rect;
import io.cleanplate.watermark.Anchor;
import io.cleanplate.watermark.MarkFinder;
import io.cleanplate.watermark.Place;
import io.cleanplate.watermark.Placement;
import io.cleanplate.watermark.Profile;
import io.cleanplate.watermark.SizeClass;
import java.time.Instant;
import java.util.Optional;

/**
 * What a profile needs of an accepted picture to learn from it: the mark and its surroundings, not the whole picture.
 * Immutable.
 *
 * @param crop the profile's place, and {@value #AROUND} pixels on each side
 * @param placement where the mark lies, from that place
 * @param place the profile's place when it was cut out
 * @param version the version of the mark
 * @param at when the picture was accepted
 */
record Lesson(Pixels crop, Placement placement, Place place, int version, Instant at) {
    /** As far as the mark is looked for, and what aligning it there reads beyond. */
    private static final int AROUND = MarkFinder.REACH + 10;

    /** From an accepted picture; empty when the mark was moved farther than it is ever looked for. */
    static Optional<Lesson> of(Profile profile, Placement placement, Pixels upright, Instant at) {
        Rect area = profile.place().in(upright.width(), upright.height()).grow(AROUND);
        if (Math.abs(placement.dx()) > MarkFinder.REACH
                || Math.abs(placement.dy()) > MarkFinder.REACH
                || area.intersect(upright.bounds()).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Lesson(cut(upright, area), placement, profile.place(), profile.version(), at));
    }

    /** Whether it can be learned from by a profile as it is now. */
    boolean suits(Profile profile) {
        return version == profile.version() && place.equals(profile.place());
    }

    /** A profile of the same mark for pictures that were cut like this one. */
    static Profile cropped(Profile profile) {
        Place whole = profile.place();
        Place inside = new Place(Anchor.TOP_LEFT, AROUND, AROUND, whole.width(), whole.height());
        return moved(profile, SizeClass.ANY, inside);
    }

    /** The profile for whole pictures that a cropped one has become. */
    static Profile whole(Profile learned, Profile before) {
        Place inside = learned.place();
        Place usual = before.place();
        Place place = new Place(
                usual.anchor(),
                usual.dx() + inside.dx() - AROUND,
                usual.dy() + inside.dy() - AROUND,
                inside.width(),
                inside.height());
        return moved(learned, before.sizeClass(), place);
    }

    private static Profile moved(Profile profile, SizeClass sizes, Place place) {
        return new Profile(
                profile.owner(),
                sizes,
                place,
                profile.plane(),
                profile.planes(),
                profile.quality(),
                profile.version(),
                profile.history());
    }

    /** An area; where it reaches outside the picture, the border's pixels go on. */
    private static Pixels cut(Pixels pixels, Rect area) {
        if (pixels.bounds().contains(area)) {
            return new Pixels(area.width(), area.height(), pixels.channels(), pixels.depth(), pixels.cut(area), null);
        }
        byte[] samples = new byte[Math.toIntExact(area.area() * pixels.channels() * (pixels.depth() / 8))];
        int at = 0;
        for (int y = area.top(); y < area.bottom(); y++) {
            int row = Math.clamp(y, 0, pixels.height() - 1);
            for (int x = area.left(); x < area.right(); x++) {
                int column = Math.clamp(x, 0, pixels.width() - 1);
                for (int c = 0; c < pixels.channels(); c++) {
                    Pixels.set(samples, pixels.depth(), at++, pixels.sample(column, row, c));
                }
            }
        }
        return new Pixels(area.width(), area.height(), pixels.channels(), pixels.depth(), samples, null);
    }
}
