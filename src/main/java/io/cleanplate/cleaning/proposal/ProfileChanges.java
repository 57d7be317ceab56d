package io.cleanplate.cleaning.proposal;

import io.cleanplate.watermark.KeptProfile;
import io.cleanplate.watermark.ProfileStore;
import java.util.Optional;
import java.util.function.Function;

/** Changes kept profiles that others may change at the same time. Thread-safe. */
final class ProfileChanges {
    private static final int ATTEMPTS = 2;

    private final ProfileStore store;

    ProfileChanges(ProfileStore store) {
        this.store = store;
    }

    /**
     * Changes a profile as it is kept now; when somebody else was faster, reads it anew and tries once more.
     *
     * @param how what to make of it; empty to leave it alone
     * @return as it is kept now; empty when it was left alone, deleted, or somebody else was faster each time
     * @throws io.cleanplate.error.UnavailableException when the database is away
     */
    Optional<KeptProfile> change(String id, Function<KeptProfile, Optional<KeptProfile>> how, String by) {
        Optional<KeptProfile> kept = Optional.empty();
        for (int attempt = 0; attempt < ATTEMPTS && kept.isEmpty(); attempt++) {
            Optional<KeptProfile> changed = store.find(id).flatMap(how);
            if (changed.isEmpty()) {
                return Optional.empty();
            }
            kept = store.change(changed.get(), by);
        }
        return kept;
    }
}
