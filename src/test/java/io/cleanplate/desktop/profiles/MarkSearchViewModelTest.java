package io.cleanplate.desktop.profiles;

import static io.cleanplate.desktop.profiles.MarksFixture.CUSTOMER;
import static io.cleanplate.desktop.profiles.MarksFixture.SOURCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.cleanplate.cleaning.proposal.MarkSearch.Outcome;
import io.cleanplate.desktop.common.Notice;
import io.cleanplate.desktop.profiles.SearchState.Failed;
import io.cleanplate.desktop.profiles.SearchState.Found;
import io.cleanplate.desktop.profiles.SearchState.None;
import io.cleanplate.desktop.profiles.SearchState.Nothing;
import io.cleanplate.desktop.profiles.SearchState.Searching;
import io.cleanplate.error.UnavailableException;
import io.cleanplate.task.SameThreadTasks;
import io.cleanplate.watermark.KeptProfile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The search for a source's mark: begun, left, stopped, and what is found kept or not. */
class MarkSearchViewModelTest {
    private final MarksFixture newsroom = new MarksFixture(SameThreadTasks.waiting());
    private final MarkSearchViewModel search = newsroom.search;

    @Test
    void itSaysHowFarItIs() {
        List<String> said = new ArrayList<>();
        search.stateProperty().subscribe(state -> {
            if (state instanceof Searching searching) {
                said.add(searching.says());
            }
        });

        newsroom.finder.finds((customer, source) -> {
            // What was told on the way is heard before the end.
            newsroom.tasks.runNext();
            return new Outcome(List.of(), "Nothing.");
        });

        find();

        assertThat(said)
                .containsExactly("Looking for its pictures", "Reading its pictures and learning what they share, 30 %");
    }

    @Test
    void aMarkThatIsKeptIsUsedFromThenOn() {
        newsroom.findsMarks(1);
        find();

        search.keep();
        newsroom.tasks.runAll();

        assertThat(newsroom.kept.of(CUSTOMER)).extracting(KeptProfile::name).containsExactly(SOURCE);
        assertThat(newsroom.changes).isEqualTo(1);
        assertThat(search.openProperty().get()).isFalse();
        assertThat(newsroom.notices)
                .extracting(Notice::text)
                .containsExactly("The mark of Northlight is known now: its pictures open clean. Space accepts.");
    }

    @Test
    void notNowKeepsNothing() {
        newsroom.findsMarks(1);
        find();

        search.dismiss();
        newsroom.tasks.runAll();

        assertThat(newsroom.kept.of(CUSTOMER)).isEmpty();
        assertThat(search.stateProperty().get()).isInstanceOf(None.class);
        assertThat(search.openProperty().get()).isFalse();
    }

    @Test
    void ofSeveralMarksTheWantedOnesAreKept() {
        newsroom.findsMarks(2);
        find();
        Found found = (Found) search.stateProperty().get();
        found.marks().getFirst().wantedProperty().set(false);

        search.keep();
        newsroom.tasks.runAll();

        assertThat(newsroom.kept.of(CUSTOMER))
                .extracting(kept -> kept.profile().version())
                .containsExactly(2);
    }

    @Test
    void whatAStoppedSearchFindsIsDropped() {
        newsroom.findsMarks(1);
        search.find(CUSTOMER, SOURCE);

        search.dismiss();
        newsroom.tasks.runAll();

        assertThat(search.stateProperty().get()).isInstanceOf(None.class);
        assertThat(newsroom.notices).isEmpty();
    }

    @Test
    void anotherSearchTakesThePlaceOfTheFirst() {
        newsroom.finder.finds((customer, source) -> new Outcome(List.of(), "Nothing of " + source + "."));
        search.find(CUSTOMER, SOURCE);

        search.find(CUSTOMER, "Meridian");
        newsroom.tasks.runAll();

        assertThat(search.stateProperty().get()).isEqualTo(new Nothing("Meridian", "Nothing of Meridian."));
    }

    @Test
    void askedForAgainASearchGoesOn() {
        search.find(CUSTOMER, SOURCE);
        search.workOn();

        search.find(CUSTOMER, SOURCE);
        newsroom.tasks.runAll();

        assertThat(newsroom.finder.searched).containsExactly("valley-radio/Northlight");
        assertThat(search.openProperty().get()).isTrue();
    }

    @Test
    void aWindowThatWasLeftDoesNotOpenByItself() {
        newsroom.findsMarks(1);
        search.find(CUSTOMER, SOURCE);
        search.workOn();

        newsroom.tasks.runAll();

        assertThat(search.openProperty().get()).isFalse();
        Notice notice = newsroom.notices.getFirst();
        assertThat(notice.text()).isEqualTo("A mark was found in 18 of 20 pictures.");
        notice.choices().getFirst().run().run();
        assertThat(search.openProperty().get()).isTrue();
        assertThat(search.stateProperty().get()).isInstanceOf(Found.class);
    }

    @Test
    void aFailedSearchCanBeTriedAgain() {
        newsroom.finder.failsAfter(0, new UnavailableException("The newsroom does not answer."));
        find();
        assertThat(search.stateProperty().get()).isEqualTo(new Failed(SOURCE, "The newsroom does not answer."));
        newsroom.finder.mended();
        newsroom.findsMarks(1);

        search.again();
        newsroom.tasks.runAll();

        assertThat(search.stateProperty().get()).isInstanceOf(Found.class);
    }

    @Test
    void aMarkThatCouldNotBeKeptIsStillThere() {
        newsroom.findsMarks(2);
        find();
        newsroom.finder.failsAfter(1, new UnavailableException("The newsroom does not answer."));

        search.keep();
        newsroom.tasks.runAll();

        assertThat(search.troubleProperty().get()).isEqualTo("The newsroom does not answer.");
        newsroom.finder.mended();
        search.keep();
        newsroom.tasks.runAll();
        assertThat(newsroom.kept.of(CUSTOMER))
                .as("each is kept once")
                .extracting(kept -> kept.profile().version())
                .containsExactly(1, 2);
    }

    @Test
    void aMarkIsKeptThoughTheWindowWasClosedMeanwhile() {
        newsroom.findsMarks(1);
        find();
        search.keep();

        search.dismiss();
        newsroom.tasks.runAll();

        assertThat(newsroom.kept.of(CUSTOMER)).hasSize(1);
        assertThat(newsroom.notices).hasSize(1);
        assertThat(newsroom.changes).isEqualTo(1);
    }

    private void find() {
        search.find(CUSTOMER, SOURCE);
        newsroom.tasks.runAll();
    }
}
