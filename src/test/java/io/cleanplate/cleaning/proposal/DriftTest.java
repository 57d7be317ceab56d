package io.cleanplate.cleaning.proposal;

import static io.cleanplate.cleaning.proposal.KnownMark.PROFILE;
import static io.cleanplate.cleaning.proposal.MarkedNewsroom.CUSTOMER;
import static io.cleanplate.cleaning.proposal.MarkedNewsroom.SOURCE;
import static io.cleanplate.cleaning.proposal.MarkedNewsroom.marked;
import static org.assertj.core.api.Assertions.assertThat;

import io.cleanplate.imaging.Pixels;
import io.cleanplate.newsroom.NewsImage;
import io.cleanplate.newsroom.PictureState;
import io.cleanplate.task.TaskMonitor;
import io.cleanplate.watermark.KeptProfile;
import io.cleanplate.watermark.Placement;
import io.cleanplate.watermark.SizeClass;
import org.junit.jupiter.api.Test;

/** A source that changed its mark is noticed. */
class DriftTest {
    private final MarkedNewsroom newsroom = new MarkedNewsroom();
    private final ProfileProposals proposals = newsroom.proposals();
    private final Heard heard = new Heard();
    private KeptProfile kept = newsroom.keep(PROFILE);
    private int pictures;

    DriftTest() {
        proposals.listen(heard);
    }

    @Test
    void fivePicturesWithoutTheMarkAreADrift() {
        miss(4);
        assertThat(heard.drifts).isEmpty();

        miss(1);

        assertThat(heard.drifts)
                .containsExactly(new Proposals.Drift(
                        CUSTOMER,
                        SOURCE,
                        "The last pictures of Northlight do not show its mark as it was: find the mark again."));
        assertThat(newsroom.profiles.only().trouble())
                .isEqualTo("The last pictures of Northlight do not show this mark as it was: find the mark again.");
    }

    @Test
    void itIsToldOnce() {
        miss(9);

        assertThat(heard.drifts).hasSize(1);
    }

    @Test
    void afterANewVersionItIsWatchedAnew() {
        miss(5);
        newsroom.profiles.change(newsroom.profiles.only().with(KnownMark.version(2)), "Ann");
        proposals.profilesChanged();

        miss(4);
        assertThat(heard.drifts).hasSize(1);
        miss(1);
        assertThat(heard.drifts).hasSize(2);
    }

    @Test
    void aFewPicturesWithoutTheMarkAmongOthersAreNone() {
        for (int i = 0; i < 4; i++) {
            miss(1);
            fit();
        }
        miss(1);

        assertThat(heard.drifts).isEmpty();
    }

    @Test
    void aMarkThatIsFoundAndUnsureCountsAsMissed() {
        for (int i = 0; i < 5; i++) {
            Pixels upright = marked(newsroom.clean());
            NewsImage image = next(upright);
            Proposal found = propose(image, upright);
            proposals.accepted(
                    image, proposals.adjusted(found, upright, new Placement(2, 2, 1), TaskMonitor.NONE), upright);
        }

        assertThat(heard.drifts).hasSize(1);
    }

    @Test
    void picturesOfASizeThatNoProfileIsForAreNone() {
        for (int i = 0; i < 8; i++) {
            Pixels large = KnownMark.LARGE;
            NewsImage image = next(large);
            assertThat(proposals.propose(image, large, TaskMonitor.NONE)).isEmpty();
            proposals.refused(image);
        }

        assertThat(heard.drifts).isEmpty();
    }

    @Test
    void aProfileThatStillFitsIsNotBlamedForAnother() {
        KeptProfile large = newsroom.profiles.keep("Large", KnownMark.sized(new SizeClass(400, false)), "Ann");
        for (int i = 0; i < 3; i++) {
            fit();
        }
        for (int i = 0; i < 5; i++) {
            Pixels picture = KnownMark.LARGE;
            NewsImage image = next(picture);
            proposals.propose(image, picture, TaskMonitor.NONE);
            proposals.refused(image);
        }

        assertThat(heard.drifts).hasSize(1);
        assertThat(newsroom.profiles.find(large.id()).orElseThrow().trouble()).isNotEmpty();
        assertThat(newsroom.profiles.find(kept.id()).orElseThrow().trouble()).isEmpty();
    }

    @Test
    void picturesOfUnknownSourcesAreNotWatched() {
        for (int i = 0; i < 8; i++) {
            proposals.refused(MarkedNewsroom.image("x" + i, "Meridian", PictureState.PENDING));
        }

        assertThat(heard.drifts).isEmpty();
    }

    private void miss(int count) {
        for (int i = 0; i < count; i++) {
            Pixels clean = newsroom.clean();
            NewsImage image = next(clean);
            assertThat(proposals.propose(image, clean, TaskMonitor.NONE)).isEmpty();
            proposals.refused(image);
        }
    }

    private void fit() {
        Pixels upright = marked(newsroom.clean());
        NewsImage image = next(upright);
        proposals.accepted(image, propose(image, upright), upright);
    }

    private NewsImage next(Pixels upright) {
        return newsroom.pending("picture " + ++pictures, upright);
    }

    private Proposal propose(NewsImage image, Pixels upright) {
        return proposals.propose(image, upright, TaskMonitor.NONE).orElseThrow();
    }
}
