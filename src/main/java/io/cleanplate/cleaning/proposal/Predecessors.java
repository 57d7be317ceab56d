package io.cleanplate.cleaning.proposal;

import io.cleanplate.imaging.Pixels;
import io.cleanplate.imaging.Rect;
import io.cleanplate.watermark.KeptProfile;
import io.cleanplate.watermark.Profile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells which kept profiles marks that were learned anew are the next versions of, each of one at most. */
final class Predecessors {
    private final List<KeptProfile> left;

    /** Among the profiles of the marks' source. */
    Predecessors(List<KeptProfile> profiles) {
        left = new ArrayList<>(profiles);
    }

    /**
     * The profile for pictures of the same sizes whose mark lay most nearly where the new one does.
     *
     * @param picture one that the new mark was learned from
     */
    @Nullable
    KeptProfile take(Profile learned, Pixels picture) {
        KeptProfile nearest = left.stream()
                .filter(kept -> kept.profile().sizeClass().equals(learned.sizeClass())
                        && common(kept.profile(), learned, picture) > 0)
                .max(Comparator.comparingLong(kept -> common(kept.profile(), learned, picture)))
                .orElse(null);
        left.remove(nearest);
        return nearest;
    }

    /** In pixels of a picture. */
    private static long common(Profile one, Profile other, Pixels picture) {
        Rect place = one.place().in(picture.width(), picture.height());
        return place.intersect(other.place().in(picture.width(), picture.height()))
                .area();
    }
}
