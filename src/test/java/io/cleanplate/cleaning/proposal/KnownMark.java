package io.cleanplate.cleaning.proposal;

import io.cleanplate.imaging.Pixels;
import io.cleanplate.task.TaskMonitor;
import io.cleanplate.watermark.DrawnSource;
import io.cleanplate.watermark.DrawnSource.Look;
import io.cleanplate.watermark.LearnOptions;
import io.cleanplate.watermark.LearnOutcome.Learned;
import io.cleanplate.watermark.MarkFinder;
import io.cleanplate.watermark.MarkLearner;
import io.cleanplate.watermark.MarkRemover;
import io.cleanplate.watermark.Profile;
import io.cleanplate.watermark.Profile.Owner;
import io.cleanplate.watermark.Profile.Quality;
import io.cleanplate.watermark.SizeClass;
import java.util.List;
import java.util.stream.Stream;

/** The mark on the pictures of {@link MarkedNewsroom}, and its profile, learned once for all tests. */
final class KnownMark {
    static final DrawnSource.Mark MARK = new DrawnSource.Mark("NEWS", 22, Look.WHITE, 0.45);
    /** Of the JPEGs that are published. */
    static final int QUALITY = 90;
    /** As learned from twenty pictures. */
    static final Profile PROFILE = learned();

    /** Photographs in which the mark, once it is drawn there, is found and surely undone. */
    static final List<Pixels> SURE = sure();
    /** A photograph of another size. */
    static final Pixels LARGE = new DrawnSource(5).clean(400, 260);

    private KnownMark() {}

    private static List<Pixels> sure() {
        DrawnSource photos = new DrawnSource(4);
        return Stream.generate(() -> photos.clean(MarkedNewsroom.WIDTH, MarkedNewsroom.HEIGHT))
                .filter(KnownMark::sure)
                .limit(8)
                .toList();
    }

    private static boolean sure(Pixels clean) {
        Pixels marked = MarkedNewsroom.marked(clean);
        return new MarkFinder()
                .find(marked, PROFILE)
                .map(found -> new MarkRemover().remove(marked, PROFILE, found.placement()))
                .filter(removal -> removal.confidence().value() >= Proposal.SURE)
                .isPresent();
    }

    private static Profile learned() {
        List<Pixels> pictures = DrawnSource.marked(
                new DrawnSource(9).clean(20, MarkedNewsroom.WIDTH, MarkedNewsroom.HEIGHT), MARK, QUALITY);
        LearnOptions options =
                new LearnOptions(new Owner(MarkedNewsroom.CUSTOMER, MarkedNewsroom.SOURCE), MarkedNewsroom.BEGIN);
        return ((Learned) new MarkLearner().learn(pictures, options, TaskMonitor.NONE)).profile();
    }

    /** {@link #PROFILE} as another version. */
    static Profile version(int version) {
        return like(PROFILE.sizeClass(), PROFILE.quality(), version);
    }

    /** {@link #PROFILE} for pictures of other sizes. */
    static Profile sized(SizeClass sizes) {
        return like(sizes, PROFILE.quality(), 1);
    }

    /** {@link #PROFILE}, not known as well. */
    static Profile doubtful() {
        return like(PROFILE.sizeClass(), new Quality(3, 3, 8, true), 1);
    }

    private static Profile like(SizeClass sizes, Quality quality, int version) {
        return new Profile(
                PROFILE.owner(),
                sizes,
                PROFILE.place(),
                PROFILE.plane(),
                PROFILE.planes(),
                quality,
                version,
                PROFILE.history(),
                PROFILE.moments());
    }
}
