package io.cleanplate.cleaning.proposal;

import io.cleanplate.imaging.Pixels;
import io.cleanplate.imaging.Rect;
import io.cleanplate.watermark.Anchor;
import io.cleanplate.watermark.MarkFinder;
import io.cleanplate.watermark.Place;
import io.cleanplate.watermark.Placement;
import io.cleanplate.watermark.Profile;
import io.cleanplate.watermark.Seen;
import io.cleanplate.watermark.SizeClass;
import java.time.Instant;
import java.util.Optional;

/**
 * What a profile needs of an accepted picture to learn from it: the mark and its surroundings, not the whole picture.
 * Immutable.
 *
 * @param seen the profile's place, {@value #AROUND} pixels around it, and where the mark lies
 * @param place the profile's place when it was cut out
 * @param version the version of the mark
 * @param at when the picture was accepted
 */
record Lesson(Seen seen, Place place, int version, Instant at) {
    /** As far as a mark is looked for, and what interpolating it there reads beyond. */
    private static final int AROUND = MarkFinder.REACH + 4;

    /** From an accepted picture; empty when the mark was moved farther than it is ever looked for. */
    static Optional<Lesson> of(Profile profile, Placement placement, Pixels upright, Instant at) {
        Rect area = profile.place().in(upright.width(), upright.height()).grow(AROUND);
        if (Math.abs(placement.dx()) > MarkFinder.REACH
                || Math.abs(placement.dy()) > MarkFinder.REACH
                || area.intersect(upright.bounds()).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Lesson(new Seen(cut(upright, area), placement), profile.place(), profile.version(), at));
    }

    /** Whether it can be learned from by a profile as it is now. */
    boolean suits(Profile profile) {
        return version == profile.version() && place.equals(profile.place());
    }

    /** A profile of the same mark for pictures that were cut like this one. */
    static Profile cropped(Profile profile) {
        Place whole = profile.place();
        return moved(profile, SizeClass.ANY, new Place(Anchor.TOP_LEFT, AROUND, AROUND, whole.width(), whole.height()));
    }

    /** What a cropped profile learned, as one for whole pictures again. */
    static Profile whole(Profile learned, Profile before) {
        return moved(learned, before.sizeClass(), before.place());
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
                profile.history(),
                profile.moments());
    }

    /** An area; where it reaches outside the picture, the border's pixels go on. */
    private static Pixels cut(Pixels pixels, Rect area) {
        if (pixels.bounds().contains(area)) {
            return new Pixels(area.width(), area.height(), pixels.channels(), pixels.depth(), pixels.cut(area), null);
        }
        byte[] samples = new byte[Math.toIntExact(area.area() * pixels.bytesOfPixel())];
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
