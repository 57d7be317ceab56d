package io.cleanplate.cleaning.proposal;

import io.cleanplate.imaging.Pixels;
import io.cleanplate.watermark.KeptProfile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of looking for marks in a picture. Immutable.
 *
 * @param by which revisions of which profiles were looked for
 * @param expected whether one of them is for pictures of that size
 * @param prepared what they propose; null when none of their marks is there
 */
record Sought(List<Revision> by, boolean expected, @Nullable Prepared prepared) {
    private static final long OWN_BYTES = 1000;

    /** Keeps a copy of the list. */
    Sought {
        by = List.copyOf(by);
    }

    /** One state of a profile. */
    record Revision(String id, long number) {}

    static Sought of(List<KeptProfile> profiles, Pixels upright, @Nullable Prepared prepared) {
        boolean expected = profiles.stream()
                .anyMatch(kept -> kept.profile().sizeClass().accepts(upright.width(), upright.height()));
        return new Sought(revisions(profiles), expected, prepared);
    }

    /** Whether looking again with these profiles would find the same. */
    boolean by(List<KeptProfile> profiles) {
        return by.equals(revisions(profiles));
    }

    /** Bytes of memory that it takes. */
    long bytes() {
        return OWN_BYTES + (prepared == null ? 0 : prepared.bytes());
    }

    private static List<Revision> revisions(List<KeptProfile> profiles) {
        return profiles.stream()
                .map(kept -> new Revision(kept.id(), kept.stamp().revision()))
                .toList();
    }
}
