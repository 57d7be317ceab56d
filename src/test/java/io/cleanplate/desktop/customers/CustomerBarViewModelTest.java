package io.cleanplate.desktop.customers;

import static org.assertj.core.api.Assertions.assertThat;

import io.cleanplate.desktop.common.Notice;
import io.cleanplate.desktop.queue.FakeQueue;
import io.cleanplate.desktop.queue.HandDelay;
import io.cleanplate.desktop.queue.QueueViewModel;
import io.cleanplate.newsroom.AutoMarkRules;
import io.cleanplate.newsroom.CustomerSettings;
import io.cleanplate.newsroom.PictureState;
import io.cleanplate.newsroom.SettingsChange;
import io.cleanplate.newsroom.StateCounts;
import io.cleanplate.task.SameThreadTasks;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The top bar without a window: whose pictures, how many, and the switch that asks once. */
class CustomerBarViewModelTest {
    private final List<Notice> notices = new ArrayList<>();
    private final FakeCustomers newsroom = new FakeCustomers();

    @Test
    void offersAllCustomersFirstAndEachWithItsPendingPictures() {
        CustomerBarViewModel bar = started(SameThreadTasks.atOnce());

        assertThat(bar.customers())
                .containsExactly(
                        new CustomerEntry(null, 17),
                        new CustomerEntry("city-paper", 0),
                        new CustomerEntry("coast-tv", 5),
                        new CustomerEntry("valley-radio", 12));
    }

    @Test
    void countsThePicturesOfWhoeverIsChosen() {
        CustomerBarViewModel bar = started(SameThreadTasks.atOnce());
        assertThat(counts(bar).total()).isEqualTo(328);

        bar.customerProperty().set("coast-tv");

        assertThat(counts(bar).total()).isEqualTo(16);
        assertThat(counts(bar).in(PictureState.PENDING)).isEqualTo(5);
    }

    @Test
    void switchingOnAsksOnceAndSaysWhatWillHappen() {
        CustomerBarViewModel bar = started(SameThreadTasks.atOnce());
        bar.customerProperty().set("valley-radio");

        bar.autoMark().request(true);

        assertThat(Objects.requireNonNull(bar.autoMark().questionProperty().get())
                        .text())
                .isEqualTo("12 pending pictures of valley-radio will be handed on unchanged, and new ones every 5"
                        + " minutes. Pictures that an editor reopened are left for editors.");
        assertThat(bar.autoMark().onProperty().get()).isFalse();
        assertThat(newsroom.saved()).isEmpty();
    }

    @Test
    void afterAYesItIsSavedAndSaysWhoDidIt() {
        CustomerBarViewModel bar = started(SameThreadTasks.atOnce());
        bar.customerProperty().set("valley-radio");
        bar.autoMark().request(true);

        bar.autoMark().confirm();

        assertThat(newsroom.saved()).containsExactly(new SettingsChange("valley-radio", true, null, "Ann"));
        assertThat(bar.autoMark().onProperty().get()).isTrue();
        assertThat(bar.autoMark().lastChange()).isEqualTo("Switched on by Ann, just now");
    }

    @Test
    void afterANoNothingIsSaved() {
        CustomerBarViewModel bar = started(SameThreadTasks.atOnce());
        bar.customerProperty().set("valley-radio");
        bar.autoMark().request(true);

        bar.autoMark().dismiss();
        bar.autoMark().confirm();

        assertThat(newsroom.saved()).isEmpty();
        assertThat(bar.autoMark().onProperty().get()).isFalse();
    }

    @Test
    void switchingOffIsNotAskedAbout() {
        switchedOnThreeDaysAgo();
        CustomerBarViewModel bar = started(SameThreadTasks.atOnce());
        bar.customerProperty().set("valley-radio");
        assertThat(bar.autoMark().lastChange()).isEqualTo("Switched on by Bob, 3 days ago");

        bar.autoMark().request(false);

        assertThat(newsroom.saved()).containsExactly(new SettingsChange("valley-radio", false, null, "Ann"));
        assertThat(bar.autoMark().onProperty().get()).isFalse();
    }

    @Test
    void theSwitchGoesBackWhenItCannotBeSaved() {
        switchedOnThreeDaysAgo();
        CustomerBarViewModel bar = started(SameThreadTasks.atOnce());
        bar.customerProperty().set("valley-radio");

        newsroom.away(true);
        bar.autoMark().request(false);

        assertThat(bar.autoMark().onProperty().get()).isTrue();
        assertThat(bar.autoMark().busyProperty().get()).isFalse();
        assertThat(notices).extracting(Notice::text).containsExactly("The database does not answer.");
    }

    @Test
    void anAnswerForACustomerThatIsNotChosenAnyMoreIsDropped() {
        switchedOnThreeDaysAgo();
        SameThreadTasks tasks = SameThreadTasks.waiting();
        CustomerBarViewModel bar = started(tasks);
        bar.customerProperty().set("valley-radio");

        bar.customerProperty().set("coast-tv");
        tasks.runAll();

        assertThat(Objects.requireNonNull(bar.autoMark().settingsProperty().get())
                        .customer())
                .isEqualTo("coast-tv");
        assertThat(bar.autoMark().onProperty().get()).isFalse();
    }

    @Test
    void whatAnotherEditorSwitchedIsSeenAtTheNextCount() {
        CustomerBarViewModel bar = started(SameThreadTasks.atOnce());
        bar.customerProperty().set("valley-radio");

        switchedOnThreeDaysAgo();
        bar.refreshCounts();

        assertThat(bar.autoMark().onProperty().get()).isTrue();
    }

    @Test
    void countsStayWhileTheDatabaseIsAway() {
        CustomerBarViewModel bar = started(SameThreadTasks.atOnce());

        newsroom.away(true);
        bar.refreshCounts();
        newsroom.away(false);
        bar.refreshCounts();

        assertThat(counts(bar).total()).isEqualTo(328);
        assertThat(notices).isEmpty();
    }

    @Test
    void rulesAreChosenFromNamesThatOccurAndThoseThatTheyHold() {
        newsroom.put(new CustomerSettings(
                "valley-radio",
                true,
                new AutoMarkRules(Set.of("Weather"), Set.of(), Set.of("Meridian")),
                FakeCustomers.NOW,
                FakeCustomers.NOW,
                "Bob"));
        CustomerBarViewModel bar = started(SameThreadTasks.atOnce());
        bar.customerProperty().set("valley-radio");

        RulesViewModel rules = bar.rules();
        assertThat(rules.categories()).extracting(RuleChoice::name).containsExactly("Sports", "Weather", "World");
        rules.categories().getFirst().chosen().set(true);
        rules.save();

        assertThat(newsroom.saved())
                .containsExactly(new SettingsChange(
                        "valley-radio",
                        null,
                        new AutoMarkRules(Set.of("Sports", "Weather"), Set.of(), Set.of("Meridian")),
                        "Ann"));
    }

    private void switchedOnThreeDaysAgo() {
        newsroom.put(new CustomerSettings(
                "valley-radio",
                true,
                AutoMarkRules.ALL,
                FakeCustomers.NOW.minus(Duration.ofDays(3)),
                FakeCustomers.NOW.minus(Duration.ofDays(3)),
                "Bob"));
    }

    private CustomerBarViewModel started(SameThreadTasks tasks) {
        QueueViewModel queue = new QueueViewModel(tasks, notices::add, FakeQueue.pending(4), new HandDelay());
        queue.start();
        CustomerServices services = new CustomerServices(
                newsroom, newsroom, () -> "Ann", Duration.ofMinutes(5), InstantSource.fixed(FakeCustomers.NOW));
        CustomerBarViewModel bar = new CustomerBarViewModel(tasks, notices::add, services, queue);
        bar.start();
        return bar;
    }

    private static StateCounts counts(CustomerBarViewModel bar) {
        return Objects.requireNonNull(bar.countsProperty().get());
    }
}
