package io.cleanplate.cleaning.proposal;

import static io.cleanplate.cleaning.proposal.KnownMark.PROFILE;
import static io.cleanplate.cleaning.proposal.MarkedNewsroom.marked;
import static org.assertj.core.api.Assertions.assertThat;

import io.cleanplate.imaging.Pixels;
import io.cleanplate.newsroom.NewsImage;
import io.cleanplate.task.TaskMonitor;
import io.cleanplate.watermark.KeptProfile;
import io.cleanplate.watermark.MarkFinder;
import io.cleanplate.watermark.Profile;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Profiles learn from what editors accepted. */
class LearningFromAcceptedTest {
    private final MarkedNewsroom newsroom = new MarkedNewsroom();
    private final ProfileProposals proposals = newsroom.proposals();
    private final KeptProfile kept = newsroom.keep(PROFILE);
    private int pictures;

    @Test
    void aProfileLearnsFromFivePicturesTogether() {
        accept(4);
        assertThat(newsroom.profiles.only().stamp().revision()).isEqualTo(1);

        accept(1);

        KeptProfile now = newsroom.profiles.only();
        assertThat(now.stamp().revision()).isEqualTo(2);
        assertThat(now.profile().quality().pictures()).isEqualTo(25);
        assertThat(now.profile().version()).isEqualTo(1);
    }

    @Test
    void whatLearnedIsStillForTheSamePictures() {
        accept(5);

        Profile now = newsroom.profiles.only().profile();
        Pixels next = marked(newsroom.clean());
        assertThat(now.place()).isEqualTo(PROFILE.place());
        assertThat(now.sizeClass()).isEqualTo(PROFILE.sizeClass());
        assertThat(new MarkFinder().find(next, now)).isPresent();
    }

    @Test
    void whatLearnedIsUsedFromThenOn() {
        accept(5);

        Pixels next = marked(newsroom.clean());
        assertThat(proposals.propose(newsroom.pending("next", next), next, TaskMonitor.NONE))
                .hasValueSatisfying(proposal ->
                        assertThat(proposal.profile().stamp().revision()).isEqualTo(2));
    }

    @Test
    void aPictureWhoseSavingWasUndoneTeachesOnce() {
        accept(4);
        Pixels upright = marked(newsroom.clean());
        NewsImage image = newsroom.pending("again", upright);
        Proposal proposal = propose(image, upright);

        proposals.accepted(image, proposal, upright);
        long revision = newsroom.profiles.only().stamp().revision();
        for (int i = 0; i < 5; i++) {
            proposals.accepted(image, proposal, upright);
        }
        proposals.close();

        assertThat(newsroom.profiles.only().stamp().revision()).isEqualTo(revision);
    }

    @Test
    void whatAMarkWasLearnedFromTeachesNothingMore() {
        Pixels upright = marked(newsroom.clean());
        NewsImage image = newsroom.pending("used", upright);
        proposals.learnedFrom(List.of(image));

        proposals.accepted(image, propose(image, upright), upright);
        proposals.close();

        assertThat(newsroom.profiles.only().stamp().revision()).isEqualTo(1);
    }

    @Test
    void fewerPicturesTeachAfterAWhile() {
        accept(2);
        newsroom.now = newsroom.now.plus(Duration.ofMinutes(6));

        proposals.prefetch(List.of());

        assertThat(newsroom.profiles.only().profile().quality().pictures()).isEqualTo(22);
    }

    @Test
    void fewerPicturesTeachWhenTheProgramEnds() {
        accept(2);

        proposals.close();

        assertThat(newsroom.profiles.only().profile().quality().pictures()).isEqualTo(22);
    }

    @Test
    void whatSomebodyElseChangedMeanwhileStays() {
        newsroom.profiles.othersBefore = () -> newsroom.profiles.change(kept.named("NEWS below right"), "Ben");

        accept(5);

        KeptProfile now = newsroom.profiles.only();
        assertThat(now.name()).isEqualTo("NEWS below right");
        assertThat(now.profile().quality().pictures()).isEqualTo(25);
    }

    @Test
    void aMarkThatWasLearnedAnewMeanwhileIsNotMixedWithTheFormerOne() {
        accept(4);
        Profile next = KnownMark.version(2);
        newsroom.profiles.change(kept.with(next), "Ben");

        accept(1);

        assertThat(newsroom.profiles.only().profile().planes()).isSameAs(next.planes());
    }

    @Test
    void whileTheDatabaseIsAwayLessonsWait() {
        accept(4);
        newsroom.profiles.away = true;
        accept(1);
        newsroom.profiles.away = false;

        accept(1);

        assertThat(newsroom.profiles.only().profile().quality().pictures()).isEqualTo(26);
    }

    private void accept(int count) {
        for (int i = 0; i < count; i++) {
            Pixels upright = marked(newsroom.clean());
            NewsImage image = newsroom.pending("picture " + ++pictures, upright);
            proposals.accepted(image, propose(image, upright), upright);
        }
    }

    private Proposal propose(NewsImage image, Pixels upright) {
        return proposals.propose(image, upright, TaskMonitor.NONE).orElseThrow();
    }
}
