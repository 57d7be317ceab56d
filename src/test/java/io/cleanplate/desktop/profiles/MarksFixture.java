package io.cleanplate.desktop.profiles;

import io.cleanplate.cleaning.proposal.MarkSearch.FoundMark;
import io.cleanplate.cleaning.proposal.MarkSearch.Outcome;
import io.cleanplate.desktop.common.Notice;
import io.cleanplate.desktop.queue.FakeQueue;
import io.cleanplate.error.InputException;
import io.cleanplate.error.UnavailableException;
import io.cleanplate.task.SameThreadTasks;
import io.cleanplate.watermark.FakeProfiles;
import io.cleanplate.watermark.KeptProfile;
import io.cleanplate.watermark.Profile;
import io.cleanplate.watermark.ProfileStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Both windows' models on a newsroom in memory, which can be away. */
final class MarksFixture {
    static final String CUSTOMER = "valley-radio";
    static final String SOURCE = "Northlight";

    final FakeProfiles kept = new FakeProfiles(Clock.fixed(DrawnProfiles.NOW, ZoneOffset.UTC));
    final FakeMarkSearch finder = new FakeMarkSearch(kept);
    final List<Notice> notices = new ArrayList<>();
    final SameThreadTasks tasks;
    final MarkServices services;
    final MarkSearchViewModel search;
    final ProfilesViewModel profiles;
    boolean away;
    int changes;

    MarksFixture(SameThreadTasks tasks) {
        this.tasks = tasks;
        services = new MarkServices(
                finder,
                unlessAway(kept),
                MarksFixture::merge,
                () -> List.of("coast-tv", CUSTOMER),
                () -> changes++,
                () -> "Ada",
                () -> DrawnProfiles.NOW.plusSeconds(600));
        search = new MarkSearchViewModel(tasks, notices::add, services);
        profiles = new ProfilesViewModel(tasks, notices::add, services, search::find);
    }

    /** Marks of this source were found, that many. */
    void findsMarks(int count) {
        List<FoundMark> marks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            marks.add(new FoundMark(DrawnProfiles.tiny(SOURCE, i + 1), List.of(FakeQueue.picture(i)), List.of(), null));
        }
        finder.finds(new Outcome(marks, "A mark was found in 18 of 20 pictures."));
    }

    KeptProfile keep(String name) {
        return kept.keep(name, DrawnProfiles.tiny(name, 1), "Ada");
    }

    /** Somebody else changes a profile. */
    KeptProfile changedByOtto(KeptProfile profile) {
        return kept.change(kept.find(profile.id()).orElseThrow().named(profile.name() + " by Otto"), "Otto")
                .orElseThrow();
    }

    List<String> names() {
        return profiles.marks().profiles().stream().map(KeptProfile::name).toList();
    }

    String message() {
        Notice message = profiles.messageProperty().get();
        return message == null ? "" : message.text();
    }

    /** Merges what is of one version. */
    private static Profile merge(Profile stays, Profile goes) {
        if (goes.version() != stays.version()) {
            throw new InputException("These are two different marks.");
        }
        return DrawnProfiles.tiny(stays.owner().source(), stays.version() + 1);
    }

    private ProfileStore unlessAway(ProfileStore store) {
        return (ProfileStore) Proxy.newProxyInstance(
                ProfileStore.class.getClassLoader(),
                new Class<?>[] {ProfileStore.class},
                (proxy, method, arguments) -> {
                    if (away) {
                        throw new UnavailableException("The newsroom does not answer.");
                    }
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
