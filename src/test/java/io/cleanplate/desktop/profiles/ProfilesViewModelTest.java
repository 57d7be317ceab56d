package io.cleanplate.desktop.profiles;

import static io.cleanplate.desktop.profiles.MarksFixture.CUSTOMER;
import static org.assertj.core.api.Assertions.assertThat;

import io.cleanplate.desktop.common.Notice;
import io.cleanplate.desktop.profiles.SearchState.Searching;
import io.cleanplate.task.SameThreadTasks;
import io.cleanplate.watermark.KeptProfile;
import io.cleanplate.watermark.Profile;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What an editor does to known marks, and what becomes of it when somebody else was faster. */
class ProfilesViewModelTest {
    private final MarksFixture newsroom = new MarksFixture(SameThreadTasks.waiting());
    private final ProfilesViewModel profiles = newsroom.profiles;

    @Test
    void theMarksOfACustomerAreThereInOrder() {
        newsroom.keep("Northlight");
        newsroom.keep("Meridian");

        show();

        assertThat(newsroom.names()).containsExactly("Meridian", "Northlight");
        assertThat(chosen().name()).isEqualTo("Meridian");
        assertThat(profiles.marks().customers()).containsExactly("coast-tv", CUSTOMER);
    }

    @Test
    void withoutACustomerItBeginsWithTheFirst() {
        profiles.show(null);
        newsroom.tasks.runAll();

        assertThat(profiles.marks().customerProperty().get()).isEqualTo("coast-tv");
    }

    @Test
    void aMarkGetsAnotherName() {
        newsroom.keep("Northlight");
        show();

        assertThat(profiles.rename(" Northlight Wire ")).isEmpty();
        newsroom.tasks.runAll();

        assertThat(newsroom.names()).containsExactly("Northlight Wire");
        assertThat(newsroom.changes).isEqualTo(1);
    }

    @Test
    void aNameOfNothingIsRefused() {
        newsroom.keep("Northlight");
        show();

        assertThat(profiles.rename("  ")).contains("A mark needs a name.");
    }

    @Test
    void aMarkIsSwitchedOff() {
        newsroom.keep("Northlight");
        show();

        profiles.use(false);
        newsroom.tasks.runAll();

        assertThat(chosen().enabled()).isFalse();
        assertThat(newsroom.changes).isEqualTo(1);
    }

    @Test
    void whoComesTooLateSeesWhatIsThereNow() {
        KeptProfile kept = newsroom.keep("Northlight");
        show();
        newsroom.changedByOtto(kept);

        profiles.rename("Polar");
        newsroom.tasks.runAll();

        assertThat(newsroom.names()).containsExactly("Northlight by Otto");
        assertThat(newsroom.message()).isEqualTo("Somebody else changed Northlight meanwhile. This is how it is now.");
        assertThat(newsroom.changes).isZero();
    }

    @Test
    void deletingIsAskedAboutFirst() {
        newsroom.keep("Northlight");
        show();

        profiles.askDelete();
        newsroom.tasks.runAll();

        assertThat(newsroom.kept.of(CUSTOMER)).hasSize(1);
        profiles.dismissQuestion();
        assertThat(profiles.questionProperty().get()).isNull();
    }

    @Test
    void aDeletedMarkComesBackWithItsEarlierVersions() {
        KeptProfile first = newsroom.keep("Northlight");
        KeptProfile second =
                change(first.with(DrawnProfiles.tiny("Northlight", 2)).of(List.of("Northlight", "Polar")));
        change(second.enabled(false).troubled("Its pictures changed."));
        show();
        profiles.askDelete();
        answer("Delete");
        assertThat(newsroom.kept.of(CUSTOMER)).isEmpty();

        Objects.requireNonNull(profiles.messageProperty().get())
                .choices()
                .getFirst()
                .run()
                .run();
        newsroom.tasks.runAll();

        assertThat(chosen().sources()).containsExactly("Northlight", "Polar");
        assertThat(chosen().enabled()).isFalse();
        assertThat(chosen().trouble()).isEqualTo("Its pictures changed.");
        assertThat(chosen().profile().version()).isEqualTo(2);
        assertThat(profiles.marks().earlierProperty().get())
                .extracting(Profile::version)
                .containsExactly(1);
    }

    @Test
    void theWayBackIsOfferedOutsideOnceTheWindowCloses() {
        newsroom.keep("Northlight");
        show();
        profiles.askDelete();
        answer("Delete");

        profiles.close();

        assertThat(newsroom.notices).extracting(Notice::text).containsExactly("Northlight was deleted.");
    }

    @Test
    void theNextMarkIsLookedAtWhenOneGoes() {
        newsroom.keep("Alpine");
        newsroom.keep("Meridian");
        KeptProfile northlight = newsroom.keep("Northlight");
        show();
        profiles.marks().choose(northlight);

        profiles.askDelete();
        answer("Delete");

        assertThat(chosen().name()).isEqualTo("Meridian");
    }

    @Test
    void twoMarksBecomeOneForThePicturesOfBoth() {
        newsroom.keep("Northlight");
        KeptProfile other = newsroom.keep("Polar");
        show();

        profiles.askMerge(other);
        answer("Polar");

        assertThat(newsroom.names()).containsExactly("Polar");
        assertThat(chosen().sources()).containsExactly("Polar", "Northlight");
        assertThat(chosen().profile().version()).isEqualTo(2);
        assertThat(newsroom.message()).isEqualTo("Polar holds both now.");
    }

    @Test
    void differentMarksAreNotMerged() {
        newsroom.keep("Northlight");
        KeptProfile other = change(newsroom.keep("Polar").with(DrawnProfiles.tiny("Polar", 3)));
        show();

        profiles.askMerge(other);
        answer("Northlight");

        assertThat(newsroom.names()).containsExactly("Northlight", "Polar");
        assertThat(newsroom.message()).isEqualTo("These are two different marks.");
    }

    @Test
    void aMarkThatWasChangedMeanwhileSurvivesTheMerger() {
        newsroom.keep("Northlight");
        KeptProfile other = newsroom.keep("Polar");
        show();
        newsroom.changedByOtto(other);

        profiles.askMerge(other);
        answer("Northlight");

        assertThat(newsroom.names()).containsExactly("Northlight", "Polar by Otto");
        assertThat(newsroom.message())
                .isEqualTo("Northlight holds both now. Somebody else changed Polar meanwhile, so it is still there.");
    }

    @Test
    void theVersionBeforeComesBackAsANewOne() {
        KeptProfile first = newsroom.keep("Northlight");
        change(first.with(DrawnProfiles.tiny("Northlight", 2)).troubled("Its pictures changed."));
        show();
        assertThat(profiles.marks().earlierProperty().get()).hasSize(1);

        profiles.goBack();
        newsroom.tasks.runAll();

        assertThat(chosen().profile().version()).isEqualTo(3);
        assertThat(chosen().profile().planes()).isSameAs(first.profile().planes());
        assertThat(chosen().profile().history().getLast().what()).isEqualTo("Went back to the mark of version 1.");
        assertThat(chosen().trouble()).isEmpty();
        assertThat(profiles.marks().earlierProperty().get())
                .as("what was left is not lost either")
                .extracting(Profile::version)
                .containsExactly(2, 1);
    }

    @Test
    void aMarkIsSearchedForAnew() {
        newsroom.keep("Northlight");
        show();

        profiles.findAgain();

        assertThat(newsroom.search.openProperty().get()).isTrue();
        assertThat(newsroom.search.stateProperty().get()).isEqualTo(new Searching("Northlight", -1));
    }

    @Test
    void whenTheNewsroomIsAwayItSaysSoUntilItIsBack() {
        newsroom.keep("Northlight");
        newsroom.away = true;
        show();
        assertThat(profiles.marks().failureProperty().get()).isEqualTo("The newsroom does not answer.");
        newsroom.away = false;

        profiles.marks().reload();
        newsroom.tasks.runAll();

        assertThat(profiles.marks().failureProperty().get()).isEmpty();
        assertThat(newsroom.names()).containsExactly("Northlight");
    }

    @Test
    void aChangeThatFailedLeavesAllAsItWas() {
        newsroom.keep("Northlight");
        show();
        newsroom.away = true;

        profiles.use(false);
        newsroom.tasks.runAll();

        assertThat(newsroom.message()).isEqualTo("The newsroom does not answer.");
        assertThat(chosen().enabled()).isTrue();
        assertThat(profiles.busyProperty().get()).isFalse();
    }

    @Test
    void whatIsReadTooLateIsDropped() {
        newsroom.keep("Northlight");
        profiles.show("coast-tv");

        profiles.show(CUSTOMER);
        newsroom.tasks.runAll();

        assertThat(newsroom.names()).containsExactly("Northlight");
    }

    private void show() {
        profiles.show(CUSTOMER);
        newsroom.tasks.runAll();
    }

    private KeptProfile chosen() {
        return Objects.requireNonNull(profiles.marks().chosenProperty().get());
    }

    private KeptProfile change(KeptProfile changed) {
        return newsroom.kept.change(changed, "Ada").orElseThrow();
    }

    private void answer(String label) {
        Objects.requireNonNull(profiles.questionProperty().get()).choices().stream()
                .filter(choice -> choice.label().equals(label))
                .findFirst()
                .orElseThrow()
                .run()
                .run();
        newsroom.tasks.runAll();
    }
}
