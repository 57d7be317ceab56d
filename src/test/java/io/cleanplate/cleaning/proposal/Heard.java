package io.cleanplate.cleaning.proposal;

import java.util.ArrayList;
import java.util.List;

/** What was told. */
final class Heard implements Proposals.Listener {
    final List<Proposals.Drift> drifts = new ArrayList<>();
    int reads;

    @Override
    public void profilesRead() {
        reads++;
    }

    @Override
    public void drifted(Proposals.Drift drift) {
        drifts.add(drift);
    }
}
