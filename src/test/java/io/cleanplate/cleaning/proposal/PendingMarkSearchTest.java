package io.cleanplate.cleaning.proposal;

import static io.cleanplate.cleaning.proposal.KnownMark.PROFILE;
import static io.cleanplate.cleaning.proposal.MarkedNewsroom.CUSTOMER;
import static io.cleanplate.cleaning.proposal.MarkedNewsroom.SOURCE;
import static io.cleanplate.cleaning.proposal.MarkedNewsroom.difference;
import static io.cleanplate.cleaning.proposal.MarkedNewsroom.marked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cleanplate.cleaning.proposal.MarkSearch.Example;
import io.cleanplate.cleaning.proposal.MarkSearch.FoundMark;
import io.cleanplate.cleaning.proposal.MarkSearch.Outcome;
import io.cleanplate.desktop.queue.FakeQueue;
import io.cleanplate.error.InputException;
import io.cleanplate.error.UnavailableException;
import io.cleanplate.imaging.Pixels;
import io.cleanplate.mask.Mask;
import io.cleanplate.newsroom.NewsImage;
import io.cleanplate.newsroom.PictureState;
import io.cleanplate.task.Cancellation;
import io.cleanplate.task.TaskMonitor;
import io.cleanplate.watermark.KeptProfile;
import io.cleanplate.watermark.Profile;
import io.cleanplate.watermark.SizeClass;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A source's mark is learned from its pending pictures, and kept. */
class PendingMarkSearchTest {
    private final MarkedNewsroom newsroom = new MarkedNewsroom();
    private final FakeQueue queue = new FakeQueue();
    private final List<String> published = new ArrayList<>();
    private final ProfileProposals proposals = newsroom.proposals();
    private final PendingMarkSearch search = search(Long.MAX_VALUE);

    @Test
    void theMarkOfPendingPicturesIsLearned() {
        publish(8, SOURCE);

        Outcome outcome = search.search(CUSTOMER, SOURCE, TaskMonitor.NONE);

        FoundMark mark = only(outcome);
        assertThat(mark.used()).hasSize(8);
        assertThat(mark.replaces()).isNull();
        assertThat(mark.profile().owner()).isEqualTo(PROFILE.owner());
        assertThat(outcome.says()).isNotBlank();
    }

    @Test
    void examplesShowTheSurroundingsOfTheMarkBeforeAndAfter() {
        publish(8, SOURCE);

        List<Example> examples =
                only(search.search(CUSTOMER, SOURCE, TaskMonitor.NONE)).examples();

        assertThat(examples).isNotEmpty().hasSizeLessThanOrEqualTo(3);
        Example first = examples.getFirst();
        Mask all = Mask.empty(first.before().width(), first.before().height()).invert();
        assertThat(first.before().width()).isLessThan(MarkedNewsroom.WIDTH);
        assertThat(first.after().width()).isEqualTo(first.before().width());
        assertThat(difference(first.before(), first.after(), all)).isGreaterThan(5);
        assertThat(first.confidence()).isBetween(0.01, 1.0);
    }

    @Test
    void onlyPicturesOfTheSourceAreLookedAt() {
        publish(8, SOURCE);
        publish(2, "Meridian");
        publish(2, null);

        search.search(CUSTOMER, SOURCE, TaskMonitor.NONE);

        assertThat(newsroom.fetched).hasSize(8);
    }

    @Test
    void picturesThatNameNoSourceHaveAMarkToo() {
        publish(8, SOURCE);
        publish(8, null);

        FoundMark mark = only(search.search(CUSTOMER, "", TaskMonitor.NONE));
        KeptProfile kept = search.keep(mark, "Ann");

        assertThat(newsroom.fetched).hasSize(8);
        assertThat(mark.used()).allMatch(image -> image.story().source() == null);
        assertThat(kept.sources()).containsExactly("");
        assertThat(kept.name()).isEqualTo("No source");
    }

    @Test
    void nothingIsLearnedFromTooFewPictures() {
        publish(2, SOURCE);

        Outcome outcome = search.search(CUSTOMER, SOURCE, TaskMonitor.NONE);

        assertThat(outcome)
                .isEqualTo(new Outcome(
                        List.of(), "Northlight has 2 pending pictures; a mark is learned from at least 3."));
        assertThat(newsroom.fetched).isEmpty();
    }

    @Test
    void aPictureThatCannotBeOpenedStopsNoOther() {
        publish(4, SOURCE);
        queue.put(MarkedNewsroom.image("gone", SOURCE, PictureState.PENDING));
        publish(4, SOURCE);

        Outcome outcome = search.search(CUSTOMER, SOURCE, TaskMonitor.NONE);

        assertThat(only(outcome).used()).hasSize(8);
        assertThat(outcome.says()).endsWith(" 1 more could not be opened.");
    }

    @Test
    void whenTooManyPicturesCannotBeOpenedThatIsSaid() {
        publish(2, SOURCE);
        queue.put(MarkedNewsroom.image("gone", SOURCE, PictureState.PENDING));

        assertThatThrownBy(() -> search.search(CUSTOMER, SOURCE, TaskMonitor.NONE))
                .isInstanceOf(UnavailableException.class)
                .hasMessage("Only 2 of 3 pending pictures of Northlight could be opened: The network is away.");
    }

    @Test
    void noMorePicturesAreOpenedThanMemoryHolds() {
        publish(12, SOURCE);

        search(5L * MarkedNewsroom.WIDTH * MarkedNewsroom.HEIGHT * 3).search(CUSTOMER, SOURCE, TaskMonitor.NONE);

        assertThat(newsroom.fetched).hasSize(8);
    }

    @Test
    void noMoreThanFortyPicturesAreOpened() {
        publish(44, SOURCE);

        search.search(CUSTOMER, SOURCE, TaskMonitor.NONE);

        assertThat(newsroom.fetched).hasSize(40);
    }

    @Test
    void whoGivesUpIsNotAnswered() {
        publish(8, SOURCE);
        Cancellation editor = new Cancellation();
        newsroom.beforeServing = editor::cancel;

        assertThatThrownBy(() -> search.search(CUSTOMER, SOURCE, editor)).isInstanceOf(CancellationException.class);
        assertThat(newsroom.fetched).hasSizeLessThan(8);
    }

    @Test
    void whatIsKeptIsProposedFromThenOn() {
        Pixels upright = marked(newsroom.clean());
        NewsImage image = newsroom.pending("next", upright);
        assertThat(proposals.knows(image)).isFalse();

        KeptProfile kept = search.keep(found(PROFILE, null), "Ann");

        assertThat(kept.name()).isEqualTo(SOURCE);
        assertThat(kept.stamp().by()).isEqualTo("Ann");
        assertThat(proposals.knows(image)).isTrue();
    }

    @Test
    void severalMarksOfASourceAreToldApartByTheirNames() {
        search.keep(found(PROFILE, null), "Ann");
        search.keep(found(KnownMark.sized(new SizeClass(800, false)), null), "Ann");
        search.keep(found(KnownMark.sized(new SizeClass(800, false)), null), "Ann");

        assertThat(newsroom.profiles.of(CUSTOMER))
                .extracting(KeptProfile::name)
                .containsExactly("Northlight", "Northlight, 800 pixels wide", "Northlight, 800 pixels wide, 2");
    }

    @Test
    void aMarkAtTheSamePlaceIsTheNextVersionOfTheOneThatIsKept() {
        publish(8, SOURCE);
        KeptProfile before = newsroom.keep(PROFILE);
        newsroom.profiles.change(before.enabled(false).troubled("It changed."), "Ann");

        FoundMark mark = only(search.search(CUSTOMER, SOURCE, TaskMonitor.NONE));
        KeptProfile kept = search.keep(mark, "Ann");

        assertThat(kept.id()).isEqualTo(before.id());
        assertThat(kept.profile().version()).isEqualTo(2);
        assertThat(kept.profile().history()).hasSize(2);
        assertThat(kept.profile().history().getLast().version()).isEqualTo(2);
        assertThat(kept.profile().quality().pictures()).isEqualTo(8);
        assertThat(kept.enabled()).isTrue();
        assertThat(kept.trouble()).isEmpty();
        assertThat(newsroom.profiles.earlier(kept.id())).containsExactly(PROFILE);
    }

    @Test
    void aMarkForOtherSizesIsANewOne() {
        publish(8, SOURCE);
        newsroom.keep(KnownMark.sized(new SizeClass(800, false)));

        assertThat(only(search.search(CUSTOMER, SOURCE, TaskMonitor.NONE)).replaces())
                .isNull();
    }

    @Test
    void whatElseChangedMeanwhileStaysAndIsNoObstacle() {
        KeptProfile before = newsroom.keep(PROFILE);
        newsroom.profiles.change(before.named("Below right"), "Ben");

        KeptProfile kept = search.keep(found(PROFILE, before), "Ann");

        assertThat(kept.name()).isEqualTo("Below right");
        assertThat(kept.profile().version()).isEqualTo(2);
    }

    @Test
    void aMarkThatSomebodyElseLearnedAnewMeanwhileIsNotReplaced() {
        KeptProfile before = newsroom.keep(PROFILE);
        newsroom.profiles.change(before.with(KnownMark.version(2)), "Ben");

        assertThatThrownBy(() -> search.keep(found(PROFILE, before), "Ann"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("by somebody else");
    }

    private PendingMarkSearch search(long mostBytes) {
        return new PendingMarkSearch(
                new PendingPictures(queue, newsroom.loader(), newsroom::run, mostBytes),
                newsroom.profiles,
                newsroom.remover(),
                proposals,
                () -> newsroom.now);
    }

    private void publish(int count, @Nullable String source) {
        for (int i = 0; i < count; i++) {
            String name = source + " " + (char) ('a' + published.size());
            NewsImage pending = newsroom.pending(name, marked(newsroom.clean()));
            published.add(name);
            queue.put(new NewsImage(
                    pending.ref(),
                    MarkedNewsroom.image(name, source, PictureState.PENDING).story(),
                    pending.state(),
                    pending.mark()));
        }
    }

    private static FoundMark found(Profile profile, @Nullable KeptProfile replaces) {
        return new FoundMark(profile, List.of(), List.of(), replaces);
    }

    private static FoundMark only(Outcome outcome) {
        assertThat(outcome.marks()).hasSize(1);
        return outcome.marks().getFirst();
    }
}
