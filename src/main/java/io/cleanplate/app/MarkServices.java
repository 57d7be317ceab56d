package io.cleanplate.app;

import io.cleanplate.cleaning.PictureLoader;
import io.cleanplate.cleaning.edit.Remover;
import io.cleanplate.cleaning.proposal.MarkSearch;
import io.cleanplate.cleaning.proposal.PendingMarkSearch;
import io.cleanplate.cleaning.proposal.PendingPictures;
import io.cleanplate.cleaning.proposal.ProfileProposals;
import io.cleanplate.cleaning.proposal.Proposals;
import io.cleanplate.newsroom.PictureQueue;
import io.cleanplate.task.Threads;
import io.cleanplate.watermark.ProfileStore;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** What an editor's work with known marks stands on. Thread-safe. */
public final class MarkServices implements AutoCloseable {
    private final Parts parts = new Parts();
    private final ProfileProposals proposals;
    private final PendingMarkSearch search;

    /** On these, which stay the caller's. */
    MarkServices(ProfileStore profiles, PictureQueue queue, PictureLoader loader, Remover remover, Clock clock) {
        ExecutorService threads = Executors.newThreadPerTaskExecutor(Threads.virtual("marks"));
        parts.add(threads::shutdownNow);
        proposals = parts.add(new ProfileProposals(profiles, remover, loader, threads, clock));
        PendingPictures pending =
                new PendingPictures(queue, loader, threads, Runtime.getRuntime().maxMemory() / 4);
        search = new PendingMarkSearch(pending, profiles, remover, proposals, clock);
    }

    /** What known marks propose for pictures. */
    public Proposals proposals() {
        return proposals;
    }

    /** Learns marks, and keeps them. */
    public MarkSearch search() {
        return search;
    }

    /** Stops; profiles learn from what was accepted last. Never throws. */
    @Override
    public void close() {
        parts.close();
    }
}
