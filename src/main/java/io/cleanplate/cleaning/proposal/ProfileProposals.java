package io.cleanplate.cleaning.proposal;

import io.cleanplate.cleaning.PictureLoader;
import io.cleanplate.cleaning.edit.Remover;
import io.cleanplate.cleaning.proposal.DriftWatch.Publisher;
import io.cleanplate.error.CleanplateException;
import io.cleanplate.imaging.Pixels;
import io.cleanplate.newsroom.NewsImage;
import io.cleanplate.newsroom.PictureState;
import io.cleanplate.task.TaskMonitor;
import io.cleanplate.watermark.KeptProfile;
import io.cleanplate.watermark.Placement;
import io.cleanplate.watermark.ProfileStore;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Proposals from the profiles that a newsroom keeps. */
public final class ProfileProposals implements Proposals, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ProfileProposals.class);
    private static final long PATIENCE_SECONDS = 5;

    private final Executor threads;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final KnownProfiles known;
    private final Undoing undoing;
    private final Seeking seeking;
    private final Ahead ahead;
    private final ProfileChanges changes;
    private final Lessons lessons;
    private final DriftWatch drift = new DriftWatch();
    private volatile boolean closed;

    /**
     * Knows no profile yet.
     *
     * @param remover inpaints what cannot be undone
     * @param loader opens the pictures that come next
     * @param threads where all that happens beforehand and afterwards; virtual threads will do
     */
    public ProfileProposals(
            ProfileStore store, Remover remover, PictureLoader loader, Executor threads, InstantSource time) {
        this.threads = threads;
        undoing = new Undoing(remover);
        seeking = new Seeking(undoing, loader);
        known = new KnownProfiles(store, time, this::inBackground, this::profilesRead);
        ahead = new Ahead(this::inBackground, this::prepare);
        changes = new ProfileChanges(store);
        lessons = new Lessons(changes, time, this::profilesChanged);
    }

    @Override
    public boolean knows(NewsImage image) {
        return pending(image) && !known.of(image).isEmpty();
    }

    @Override
    public Optional<Proposal> propose(NewsImage image, Pixels upright, TaskMonitor monitor) {
        monitor.checkCancelled();
        List<KeptProfile> profiles = pending(image) ? known.afterReading(image) : List.of();
        return profiles.isEmpty() ? Optional.empty() : seeking.propose(image, profiles, upright, monitor);
    }

    @Override
    public void prefetch(List<NewsImage> next) {
        ahead.want(next.stream().filter(ProfileProposals::pending).toList());
        inBackground(lessons::learnOverdue);
    }

    private void prepare(NewsImage image, TaskMonitor monitor) {
        List<KeptProfile> profiles = monitor.cancelled() ? List.of() : known.afterReading(image);
        if (!profiles.isEmpty()) {
            seeking.prepare(image, profiles, monitor);
        }
    }

    @Override
    public Proposal adjusted(Proposal proposal, Pixels upright, Placement placement, TaskMonitor monitor) {
        return undoing.placed(proposal.profile(), upright, placement, monitor);
    }

    @Override
    public Proposal previewed(Proposal proposal, Pixels upright, Placement placement) {
        return undoing.placedAlike(proposal, upright, placement);
    }

    @Override
    public void accepted(NewsImage image, Proposal accepted, Pixels upright) {
        inBackground(() -> {
            note(image, accepted.sure() ? accepted.profile().id() : null);
            lessons.add(image.ref(), accepted, upright);
        });
    }

    @Override
    public void learnedFrom(List<NewsImage> pictures) {
        lessons.skip(pictures.stream().map(NewsImage::ref).toList());
    }

    @Override
    public void refused(NewsImage image) {
        inBackground(() -> {
            if (seeking.expected(image.ref())) {
                note(image, null);
            }
        });
    }

    @Override
    public void profilesChanged() {
        known.readAgain();
    }

    private void profilesRead() {
        tell(Listener::profilesRead);
        ahead.again();
    }

    /** Notes which profile fitted a picture, if one did. */
    private void note(NewsImage image, @Nullable String fitted) {
        List<KeptProfile> profiles = known.of(image);
        if (profiles.isEmpty()) {
            return;
        }
        SourceName name = SourceName.of(image);
        Publisher publisher = new Publisher(image.ref().customer(), name.source());
        List<KeptProfile> outOfDate = drift.note(publisher, profiles, image.ref(), fitted);
        if (!outOfDate.isEmpty()) {
            tell(listener -> listener.drifted(new Drift(publisher.customer(), publisher.source(), name.drifted())));
            outOfDate.forEach(kept -> trouble(kept, name.trouble()));
        }
    }

    private void trouble(KeptProfile profile, String says) {
        try {
            int version = profile.profile().version();
            changes.change(
                            profile.id(),
                            kept -> kept.profile().version() == version
                                    ? Optional.of(kept.troubled(says))
                                    : Optional.empty(),
                            Lessons.BY)
                    .ifPresent(kept -> known.readAgain());
        } catch (CleanplateException e) {
            LOG.warn(
                    "That the mark {} may be out of date could not be written down: {}",
                    profile.name(),
                    e.getMessage());
        }
    }

    private static boolean pending(NewsImage image) {
        return image.state() == PictureState.PENDING;
    }

    @Override
    public void listen(Listener listener) {
        listeners.add(listener);
    }

    private void tell(Consumer<Listener> news) {
        listeners.forEach(news);
    }

    private void inBackground(Runnable work) {
        if (closed) {
            return;
        }
        try {
            threads.execute(work);
        } catch (RejectedExecutionException e) {
            LOG.debug("Nothing begins while the program ends", e);
        }
    }

    /**
     * Prepares nothing any more; profiles learn from what was accepted last, unless the database is away. Returns within
     * {@value #PATIENCE_SECONDS} seconds.
     */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        ahead.want(List.of());
        FutureTask<Void> learning = new FutureTask<>(known.away() ? () -> {} : lessons::learnAll, null);
        inBackground(learning);
        closed = true;
        try {
            learning.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            LOG.warn("What the last accepted pictures teach is not learned: it takes too long", e);
        } catch (ExecutionException e) {
            LOG.error("What the last accepted pictures teach is not learned", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
