package io.cleanplate.cleaning.proposal;

import io.cleanplate.imaging.Pixels;
import io.cleanplate.newsroom.NewsImage;
import io.cleanplate.task.TaskMonitor;
import io.cleanplate.watermark.Placement;
import java.util.List;
import java.util.Optional;

/** Where no profiles are kept: knows no mark, proposes nothing, learns nothing. Immutable. */
public final class NoProposals implements Proposals {
    @Override
    public boolean knows(NewsImage image) {
        return false;
    }

    @Override
    public Optional<Proposal> propose(NewsImage image, Pixels upright, TaskMonitor monitor) {
        return Optional.empty();
    }

    @Override
    public void prefetch(List<NewsImage> next) {}

    @Override
    public Proposal adjusted(Proposal proposal, Pixels upright, Placement placement, TaskMonitor monitor) {
        throw new IllegalStateException("this proposal came from elsewhere");
    }

    @Override
    public void accepted(NewsImage image, Proposal accepted, Pixels upright) {}

    @Override
    public void refused(NewsImage image) {}

    @Override
    public void profilesChanged() {}

    @Override
    public void listen(Listener listener) {}
}
