package io.cleanplate.watermark;

import java.time.Clock;
import java.time.ZoneOffset;

/** The contract on the fake: what is tested against it holds for a database, too. */
class FakeProfilesTest extends ProfileStoreContract {
    private final ProfileStore store = new FakeProfiles(Clock.fixed(NOW, ZoneOffset.UTC));

    @Override
    protected ProfileStore store() {
        return store;
    }

    @Override
    protected ProfileStore othersStore() {
        return store;
    }
}
