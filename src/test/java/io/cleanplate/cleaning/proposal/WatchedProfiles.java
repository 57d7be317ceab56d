package io.cleanplate.cleaning.proposal;

import io.cleanplate.error.UnavailableException;
import io.cleanplate.watermark.FakeProfiles;
import io.cleanplate.watermark.KeptProfile;
import io.cleanplate.watermark.Profile;
import io.cleanplate.watermark.ProfileStore;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Kept profiles that can be away, and which others change at the worst time. */
final class WatchedProfiles implements ProfileStore {
    private final FakeProfiles profiles = new FakeProfiles(Clock.fixed(MarkedNewsroom.BEGIN, ZoneOffset.UTC));
    boolean away;
    int looks;
    int reads;
    /** Done by somebody else before the next change. */
    @Nullable
    Runnable othersBefore;

    @Override
    public Map<String, Long> revisions(String customer) {
        looks++;
        return answer().revisions(customer);
    }

    @Override
    public List<KeptProfile> of(String customer) {
        reads++;
        return answer().of(customer);
    }

    @Override
    public Optional<KeptProfile> find(String id) {
        return answer().find(id);
    }

    @Override
    public KeptProfile keep(String name, Profile profile, String by) {
        return answer().keep(name, profile, by);
    }

    @Override
    public Optional<KeptProfile> change(KeptProfile changed, String by) {
        Runnable others = othersBefore;
        othersBefore = null;
        if (others != null) {
            others.run();
        }
        return answer().change(changed, by);
    }

    @Override
    public boolean delete(KeptProfile read) {
        return answer().delete(read);
    }

    @Override
    public List<Profile> earlier(String id) {
        return answer().earlier(id);
    }

    /** The only profile as it is kept now. */
    KeptProfile only() {
        return profiles.of(MarkedNewsroom.CUSTOMER).getFirst();
    }

    private ProfileStore answer() {
        if (away) {
            throw new UnavailableException("The database does not answer.");
        }
        return profiles;
    }
}
