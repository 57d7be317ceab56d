package io.cleanplate.cleaning.proposal;

import static io.cleanplate.cleaning.proposal.KnownMark.MARK;
import static io.cleanplate.cleaning.proposal.KnownMark.PROFILE;
import static io.cleanplate.cleaning.proposal.MarkedNewsroom.CUSTOMER;
import static io.cleanplate.cleaning.proposal.MarkedNewsroom.SOURCE;
import static io.cleanplate.cleaning.proposal.MarkedNewsroom.clipped;
import static io.cleanplate.cleaning.proposal.MarkedNewsroom.difference;
import static io.cleanplate.cleaning.proposal.MarkedNewsroom.marked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cleanplate.error.UnavailableException;
import io.cleanplate.imaging.Pixels;
import io.cleanplate.mask.Mask;
import io.cleanplate.newsroom.NewsImage;
import io.cleanplate.newsroom.PictureRef;
import io.cleanplate.newsroom.PictureState;
import io.cleanplate.task.Cancellation;
import io.cleanplate.task.TaskMonitor;
import io.cleanplate.watermark.KeptProfile;
import io.cleanplate.watermark.Placement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What kept profiles propose for pictures, at once and beforehand. */
class ProfileProposalsTest {
    private final MarkedNewsroom newsroom = new MarkedNewsroom();
    private final ProfileProposals proposals = newsroom.proposals();
    private final Pixels clean = newsroom.clean();
    private final Pixels upright = marked(clean);
    private final NewsImage image = newsroom.pending("a", upright);

    @Test
    void aKnownMarkIsUndone() {
        newsroom.keep(PROFILE);

        Proposal proposal = proposals.propose(image, upright, TaskMonitor.NONE).orElseThrow();

        Mask touched = MARK.mask(clean);
        assertThat(proposal.sure()).isTrue();
        assertThat(touched.subtract(proposal.mask()).isEmpty()).isTrue();
        assertThat(proposal.mask().area()).isLessThan(2 * touched.area());
        assertThat(difference(proposal.result(), clean, touched)).isLessThan(0.2 * difference(upright, clean, touched));
    }

    @Test
    void nothingIsChangedBesideItsMask() {
        newsroom.keep(PROFILE);

        Proposal proposal = proposals.propose(image, upright, TaskMonitor.NONE).orElseThrow();

        Mask beside = proposal.mask().invert();
        assertThat(difference(proposal.result(), upright, beside)).isZero();
    }

    @Test
    void aPictureWithoutTheMarkIsLeftAlone() {
        newsroom.keep(PROFILE);

        assertThat(proposals.propose(image, clean, TaskMonitor.NONE)).isEmpty();
    }

    @Test
    void aProfileThatIsOffProposesNothing() {
        KeptProfile kept = newsroom.keep(PROFILE);
        newsroom.profiles.change(kept.enabled(false), "Ann");

        assertThat(proposals.knows(image)).isFalse();
        assertThat(proposals.propose(image, upright, TaskMonitor.NONE)).isEmpty();
    }

    @Test
    void aProfileIsForThePublishersItNames() {
        KeptProfile kept = newsroom.keep(PROFILE);
        newsroom.profiles.change(kept.of(List.of("Meridian", "")), "Ann");

        assertThat(proposals.propose(image, upright, TaskMonitor.NONE)).isEmpty();
        assertThat(proposals.propose(MarkedNewsroom.image("a", null, PictureState.PENDING), upright, TaskMonitor.NONE))
                .isPresent();
        assertThat(proposals.knows(MarkedNewsroom.image("a", "Meridian", PictureState.PENDING)))
                .isTrue();
    }

    @Test
    void whatIsNotPendingIsLeftAlone() {
        newsroom.keep(PROFILE);
        NewsImage done = MarkedNewsroom.image("a", SOURCE, PictureState.CLEANED);

        assertThat(proposals.knows(done)).isFalse();
        assertThat(proposals.propose(done, upright, TaskMonitor.NONE)).isEmpty();
    }

    @Test
    void theSurestOfSeveralProfilesWins() {
        newsroom.profiles.keep("A", KnownMark.doubtful(), "Ann");
        KeptProfile right = newsroom.profiles.keep("B", PROFILE, "Ann");
        newsroom.profiles.keep("C", KnownMark.doubtful(), "Ann");

        assertThat(proposals.propose(image, upright, TaskMonitor.NONE))
                .hasValueSatisfying(
                        proposal -> assertThat(proposal.profile().id()).isEqualTo(right.id()));
    }

    @Test
    void whatCannotBeUndoneIsInpainted() {
        newsroom.keep(PROFILE);
        Pixels holed = clipped(upright);

        Proposal proposal = proposals.propose(image, holed, TaskMonitor.NONE).orElseThrow();

        assertThat(newsroom.inpainted).hasSize(1);
        Mask left = newsroom.inpainted.getFirst();
        assertThat(left.subtract(proposal.mask()).isEmpty()).isTrue();
        assertThat(proposal.result().sample(left.bounds().left(), left.bounds().top(), 0))
                .isEqualTo(77);
    }

    @Test
    void halfAResultIsNotProposedWhenTheModelFails() {
        newsroom.keep(PROFILE);
        newsroom.modelFails = true;

        assertThat(proposals.propose(image, clipped(upright), TaskMonitor.NONE)).isEmpty();

        newsroom.modelFails = false;
        assertThat(proposals.propose(image, clipped(upright), TaskMonitor.NONE)).isPresent();
    }

    @Test
    void aProposalCanBeMoved() {
        newsroom.keep(PROFILE);
        Proposal proposal = proposals.propose(image, upright, TaskMonitor.NONE).orElseThrow();
        Placement placement = new Placement(3, -2, 1);

        Proposal moved = proposals.adjusted(proposal, upright, placement, TaskMonitor.NONE);

        assertThat(moved.placement()).isEqualTo(placement);
        assertThat(moved.mask().bounds().left())
                .isEqualTo(proposal.mask().bounds().left() + 3);
        assertThat(moved.mask().bounds().top())
                .isEqualTo(proposal.mask().bounds().top() - 2);
        assertThat(moved.sure()).isFalse();
    }

    @Test
    void movedByPartsOfAPixelAndMadeStrongerItChangesNothingBesideItsMask() {
        newsroom.keep(PROFILE);
        Proposal proposal = proposals.propose(image, upright, TaskMonitor.NONE).orElseThrow();

        Proposal moved = proposals.adjusted(proposal, upright, new Placement(0.25, -0.75, 1.3), TaskMonitor.NONE);

        assertThat(difference(moved.result(), upright, moved.mask())).isPositive();
        assertThat(difference(moved.result(), upright, moved.mask().invert())).isZero();
    }

    @Test
    void aPreviewTakesWhatCannotBeUndoneFromWhatWasThereAndAsksNoModel() {
        newsroom.keep(PROFILE);
        Pixels holed = clipped(upright);
        NewsImage next = newsroom.pending("next", holed);
        Proposal proposal = proposals.propose(next, holed, TaskMonitor.NONE).orElseThrow();
        newsroom.inpainted.clear();

        Proposal preview = proposals.previewed(proposal, holed, proposal.placement());

        assertThat(newsroom.inpainted).isEmpty();
        assertThat(preview.result().color()).isEqualTo(proposal.result().color());
    }

    @Test
    void whatTheModelFailsOfWhenAMarkIsMadeStrongerIsSaid() {
        newsroom.keep(PROFILE);
        Proposal proposal = proposals.propose(image, upright, TaskMonitor.NONE).orElseThrow();
        newsroom.modelFails = true;

        assertThatThrownBy(() -> proposals.adjusted(proposal, upright, new Placement(0, 0, 2), TaskMonitor.NONE))
                .isInstanceOf(UnavailableException.class);
    }

    @Test
    void aPictureIsLookedAtBeforehandOnce() {
        newsroom.keep(PROFILE);
        Pixels holed = clipped(upright);
        NewsImage next = newsroom.pending("next", holed);

        proposals.prefetch(List.of(next));
        assertThat(newsroom.inpainted).hasSize(1);
        Proposal proposal = proposals.propose(next, holed, TaskMonitor.NONE).orElseThrow();

        assertThat(newsroom.inpainted).hasSize(1);
        assertThat(newsroom.fetched).containsExactly("next");
        assertThat(difference(proposal.result(), clean, MARK.mask(clean).subtract(newsroom.inpainted.getFirst())))
                .isLessThan(8);
    }

    @Test
    void onlyPendingPicturesOfKnownSourcesAreFetchedBeforehand() {
        newsroom.keep(PROFILE);

        proposals.prefetch(List.of(
                MarkedNewsroom.image("unknown", "Meridian", PictureState.PENDING),
                MarkedNewsroom.image("skipped", SOURCE, PictureState.SKIPPED),
                image));

        assertThat(newsroom.fetched).containsExactly("a");
    }

    @Test
    void aPictureThatCannotBeFetchedBeforehandIsLookedAtWhenItIsOpened() {
        newsroom.keep(PROFILE);
        NewsImage away = MarkedNewsroom.image("away", SOURCE, PictureState.PENDING);

        proposals.prefetch(List.of(away));

        assertThat(proposals.propose(away, upright, TaskMonitor.NONE)).isPresent();
    }

    @Test
    void whatIsNotWantedAnyMoreIsNotFetched() {
        newsroom.keep(PROFILE);
        newsroom.waiting = true;

        proposals.prefetch(List.of(image, newsroom.pending("b", upright)));
        proposals.prefetch(List.of(newsroom.pending("c", upright)));
        newsroom.runBackground();

        assertThat(newsroom.fetched).containsExactly("c");
    }

    @Test
    void aChangedProfileIsLookedForAnew() {
        KeptProfile kept = newsroom.keep(PROFILE);
        Pixels holed = clipped(upright);
        NewsImage next = newsroom.pending("next", holed);
        proposals.prefetch(List.of(next));
        newsroom.profiles.change(kept.enabled(false), "Ann");

        proposals.profilesChanged();

        assertThat(proposals.propose(next, holed, TaskMonitor.NONE)).isEmpty();
    }

    @Test
    void whenProfilesChangeThePicturesThatComeNextArePreparedAnew() {
        KeptProfile kept = newsroom.keep(PROFILE);
        NewsImage next = newsroom.pending("next", clipped(upright));
        proposals.prefetch(List.of(next));
        newsroom.profiles.change(kept.named("NEWS, below right"), "Ann");

        proposals.profilesChanged();

        assertThat(newsroom.inpainted).hasSize(2);
    }

    @Test
    void whereTheBytesOfAPictureChangedItIsLookedAtAnew() {
        newsroom.keep(PROFILE);
        proposals.prefetch(List.of(image));
        Pixels other = marked(newsroom.clean());

        Proposal proposal = proposals.propose(image, other, TaskMonitor.NONE).orElseThrow();

        assertThat(difference(proposal.result(), other, proposal.mask().invert()))
                .isZero();
        assertThat(difference(proposal.result(), upright, proposal.mask())).isGreaterThan(8);
    }

    @Test
    void whereTheStoryHasAnotherPictureItIsLookedAtAnew() {
        newsroom.keep(PROFILE);
        Pixels holed = clipped(upright);
        NewsImage before = newsroom.pending("a", holed);
        proposals.prefetch(List.of(before));
        PictureRef ref = new PictureRef(CUSTOMER, before.ref().id(), "other address");
        NewsImage now = new NewsImage(ref, before.story(), before.state(), before.mark());

        proposals.propose(now, holed, TaskMonitor.NONE);

        assertThat(newsroom.inpainted).hasSize(2);
    }

    @Test
    void whoOpensAPictureWaitsForWhatIsBeingPrepared() throws Exception {
        newsroom.keep(PROFILE);
        Pixels holed = clipped(upright);
        NewsImage next = newsroom.pending("next", holed);
        CountDownLatch onItsWay = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        newsroom.beforeServing = () -> {
            onItsWay.countDown();
            await(answer);
        };
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> prepared = threads.submit(() -> proposals.prefetch(List.of(next)));
            await(onItsWay);
            Future<?> proposed = threads.submit(() -> proposals.propose(next, holed, TaskMonitor.NONE));
            answer.countDown();
            prepared.get();
            proposed.get();
        }

        assertThat(newsroom.inpainted).hasSize(1);
    }

    @Test
    void whoeverGivesUpIsNotAnswered() {
        newsroom.keep(PROFILE);
        Cancellation editor = new Cancellation();
        editor.cancel();

        assertThatThrownBy(() -> proposals.propose(image, upright, editor)).isInstanceOf(CancellationException.class);
    }

    @Test
    void profilesAreReadInTheBackgroundAndToldOf() {
        newsroom.keep(PROFILE);
        newsroom.waiting = true;
        Heard heard = new Heard();
        proposals.listen(heard);

        assertThat(proposals.knows(image)).isFalse();
        newsroom.runBackground();

        assertThat(heard.reads).isEqualTo(1);
        assertThat(proposals.knows(image)).isTrue();
    }

    @Test
    void whatThisEditorChangedIsUsedAtOnce() {
        proposals.knows(image);
        newsroom.keep(PROFILE);
        newsroom.waiting = true;

        proposals.profilesChanged();

        assertThat(proposals.propose(image, upright, TaskMonitor.NONE)).isPresent();
    }

    @Test
    void profilesAreLookedAtAgainAfterAWhileAndReadOnlyWhenTheyChanged() {
        KeptProfile kept = newsroom.keep(PROFILE);
        proposals.knows(image);
        proposals.knows(image);
        assertThat(newsroom.profiles.looks).isEqualTo(1);

        newsroom.now = newsroom.now.plus(Duration.ofSeconds(11));
        proposals.knows(image);
        assertThat(newsroom.profiles.looks).isEqualTo(2);
        assertThat(newsroom.profiles.reads).isEqualTo(1);

        newsroom.profiles.change(kept.enabled(false), "Ann");
        newsroom.now = newsroom.now.plus(Duration.ofSeconds(11));
        assertThat(proposals.knows(image)).isFalse();
    }

    @Test
    void whileTheDatabaseIsAwayTheProfilesReadLastAreUsed() {
        newsroom.keep(PROFILE);
        proposals.knows(image);
        newsroom.profiles.away = true;
        newsroom.now = newsroom.now.plus(Duration.ofMinutes(1));

        assertThat(proposals.knows(image)).isTrue();
        assertThat(proposals.propose(image, upright, TaskMonitor.NONE)).isPresent();
    }

    @Test
    void whereNoProfileWasEverReadNothingIsProposedUntilTheDatabaseIsBack() {
        newsroom.keep(PROFILE);
        newsroom.profiles.away = true;
        assertThat(proposals.propose(image, upright, TaskMonitor.NONE)).isEmpty();

        newsroom.profiles.away = false;
        newsroom.now = newsroom.now.plus(Duration.ofSeconds(11));

        assertThat(proposals.propose(image, upright, TaskMonitor.NONE)).isPresent();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
