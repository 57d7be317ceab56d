package io.cleanplate.watermark;

import java.time.Instant;
import java.util.List;

/**
 * A source's mark as it was learned. Immutable.
 *
 * @param owner whose pictures bear it
 * @param sizeClass which pictures bear it in this size
 * @param place where it lies in them
 * @param plane where its edges show best: 0 luma, 1 blue difference, 2 red difference
 * @param planes what it does to a picture, as large as the place
 * @param quality how well it is known
 * @param version from 1; a new one begins where the source changed its mark
 * @param history what was learned when, the oldest first
 * @param moments what its pictures told, for learning from further ones; {@link Moments#NONE} where that was not kept
 */
public record Profile(
        Owner owner,
        SizeClass sizeClass,
        Place place,
        int plane,
        MarkPlanes planes,
        Quality quality,
        int version,
        List<Event> history,
        Moments moments) {
    /** Keeps a copy of the history and checks that the planes fit the place. */
    public Profile {
        history = List.copyOf(history);
        if (planes.width() != place.width() || planes.height() != place.height()) {
            throw new IllegalArgumentException("planes do not fit " + place);
        }
        if (plane < 0 || plane >= Patch.PLANES || version < 1) {
            throw new IllegalArgumentException("no plane " + plane + " or version " + version);
        }
        if (!moments.isNone() && (moments.width() != place.width() || moments.height() != place.height())) {
            throw new IllegalArgumentException("moments do not fit " + place);
        }
    }

    /** A profile of which only the mark is known. */
    public Profile(
            Owner owner,
            SizeClass sizeClass,
            Place place,
            int plane,
            MarkPlanes planes,
            Quality quality,
            int version,
            List<Event> history) {
        this(owner, sizeClass, place, plane, planes, quality, version, history, Moments.NONE);
    }

    /**
     * Whose pictures bear a mark.
     *
     * @param customer the customer's id; may be empty
     * @param source the name of the agency or outlet
     */
    public record Owner(String customer, String source) {}

    /**
     * How well a mark is known.
     *
     * @param pictures how many it was learned from
     * @param error how far those pictures lay from it in the mean, in grey levels of luma over smooth surroundings
     * @param uncertainty how far a result is likely to be off for what is not known of the mark, in grey levels
     * @param oneColour whether one colour explains all of it
     */
    public record Quality(int pictures, double error, double uncertainty, boolean oneColour) {}

    /**
     * Something learned.
     *
     * @param time when
     * @param version of the profile that it made
     * @param pictures how many pictures were new
     * @param what one sentence for people
     */
    public record Event(Instant time, int version, int pictures, String what) {}
}
