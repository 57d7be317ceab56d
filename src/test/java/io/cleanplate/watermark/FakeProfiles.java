package io.cleanplate.watermark;

import io.cleanplate.watermark.KeptProfile.Stamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Profiles kept in memory as a newsroom would keep them. Thread-safe. */
public final class FakeProfiles implements ProfileStore {
    private final Map<String, KeptProfile> kept = new LinkedHashMap<>();
    private final Map<String, List<Profile>> earlier = new HashMap<>();
    private final Clock clock;
    private int last;

    /** An empty store. */
    public FakeProfiles(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized Map<String, Long> revisions(String customer) {
        Map<String, Long> revisions = new HashMap<>();
        of(customer).forEach(each -> revisions.put(each.id(), each.stamp().revision()));
        return revisions;
    }

    @Override
    public synchronized List<KeptProfile> of(String customer) {
        return kept.values().stream()
                .filter(each -> each.customer().equals(customer))
                .sorted(Comparator.comparing(KeptProfile::name))
                .toList();
    }

    @Override
    public synchronized Optional<KeptProfile> find(String id) {
        return Optional.ofNullable(kept.get(id));
    }

    @Override
    public synchronized KeptProfile keep(String name, Profile profile, String by) {
        String id = "profile-" + ++last;
        Stamp stamp = new Stamp(1, clock.instant(), by);
        KeptProfile made = new KeptProfile(id, name, List.of(profile.owner().source()), true, "", profile, stamp);
        kept.put(id, made);
        return made;
    }

    @Override
    public synchronized Optional<KeptProfile> change(KeptProfile changed, String by) {
        KeptProfile before = kept.get(changed.id());
        if (before == null || !asRead(before, changed)) {
            return Optional.empty();
        }
        if (changed.profile().version() > before.profile().version()) {
            List<Profile> marks = earlier.computeIfAbsent(changed.id(), id -> new ArrayList<>());
            marks.removeIf(each -> each.version() == before.profile().version());
            marks.addFirst(before.profile());
        }
        KeptProfile now = new KeptProfile(
                changed.id(),
                changed.name(),
                changed.sources(),
                changed.enabled(),
                changed.trouble(),
                changed.profile(),
                new Stamp(before.stamp().revision() + 1, clock.instant(), by));
        kept.put(now.id(), now);
        return Optional.of(now);
    }

    @Override
    public synchronized boolean delete(KeptProfile read) {
        KeptProfile before = kept.get(read.id());
        if (before == null || !asRead(before, read)) {
            return false;
        }
        kept.remove(read.id());
        earlier.remove(read.id());
        return true;
    }

    @Override
    public synchronized List<Profile> earlier(String id) {
        return List.copyOf(earlier.getOrDefault(id, List.of()));
    }

    private static boolean asRead(KeptProfile now, KeptProfile read) {
        return now.stamp().revision() == read.stamp().revision()
                && now.customer().equals(read.customer());
    }
}
