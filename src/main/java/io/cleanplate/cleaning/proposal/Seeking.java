package io.cleanplate.cleaning.proposal;

import io.cleanplate.cleaning.PictureLoader;
import io.cleanplate.error.CleanplateException;
import io.cleanplate.imaging.Picture;
import io.cleanplate.imaging.Pixels;
import io.cleanplate.newsroom.NewsImage;
import io.cleanplate.newsroom.PictureRef;
import io.cleanplate.task.SharedWork;
import io.cleanplate.task.TaskMonitor;
import io.cleanplate.watermark.KeptProfile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks for marks in pictures, once for all who want to know, and remembers what came of it. Thread-safe. */
final class Seeking {
    private static final Logger LOG = LoggerFactory.getLogger(Seeking.class);
    /** Thousands of corner marks, or a few that cover whole pictures. */
    private static final long MOST_BYTES = 64L << 20;

    private final Undoing undoing;
    private final PictureLoader loader;
    private final SoughtCache kept = new SoughtCache(MOST_BYTES);
    private final Map<PictureRef, SharedWork<Sought>> running = new HashMap<>();
    private final AtomicBoolean failing = new AtomicBoolean();

    Seeking(Undoing undoing, PictureLoader loader) {
        this.undoing = undoing;
        this.loader = loader;
    }

    /**
     * What these profiles propose for a picture; waits for {@link #prepare} where that is at it. Empty when none of their
     * marks is there, and when the model fails: half a mark undone is no result.
     *
     * @throws CancellationException when the monitor wants to stop
     */
    Optional<Proposal> propose(NewsImage image, List<KeptProfile> profiles, Pixels upright, TaskMonitor monitor) {
        try {
            Prepared prepared =
                    sought(image.ref(), profiles, work -> upright, monitor).prepared();
            Optional<Proposal> proposal = prepared == null ? Optional.empty() : prepared.over(upright);
            if (prepared != null && proposal.isEmpty()) {
                // The address had other bytes when it was prepared.
                proposal = undoing.surest(profiles, upright, monitor);
            }
            failing.set(false);
            return proposal;
        } catch (CleanplateException e) {
            if (failing.compareAndSet(false, true)) {
                LOG.warn(
                        "Marks that cannot be undone whole are not proposed while the model fails: {}", e.getMessage());
            }
            return Optional.empty();
        }
    }

    /** Looks beforehand in a picture that nobody waits for; what cannot be had now is left to who opens it. */
    void prepare(NewsImage image, List<KeptProfile> profiles, TaskMonitor monitor) {
        try {
            sought(image.ref(), profiles, work -> upright(image, work), monitor);
        } catch (CancellationException e) {
            LOG.debug("{} is not wanted any more", image.ref());
        } catch (CleanplateException e) {
            LOG.debug("Nothing is prepared for {}", image.ref(), e);
        }
    }

    /** Whether marks were looked for in a picture, and a profile is for pictures of its size. */
    boolean expected(PictureRef picture) {
        Sought known = kept.get(picture);
        return known != null && known.expected();
    }

    private Pixels upright(NewsImage image, TaskMonitor monitor) {
        Picture picture = loader.openBeforehand(image, monitor).picture();
        return picture.upright();
    }

    private Sought sought(
            PictureRef ref, List<KeptProfile> profiles, Function<TaskMonitor, Pixels> picture, TaskMonitor monitor) {
        while (true) {
            monitor.checkCancelled();
            SharedWork<Sought> work;
            boolean own;
            synchronized (running) {
                Sought known = kept.get(ref);
                if (known != null && known.by(profiles)) {
                    return known;
                }
                SharedWork<Sought> others = running.get(ref);
                own = others == null;
                work = others == null ? work(ref, profiles, picture) : others;
                running.put(ref, work);
                work.watch(monitor);
            }
            try {
                Sought sought = work.get();
                monitor.checkCancelled();
                if (sought.by(profiles)) {
                    return sought;
                }
            } catch (CancellationException | CleanplateException e) {
                // What others gave up, or had no picture for, begins anew.
                if (own || monitor.cancelled() || Thread.currentThread().isInterrupted()) {
                    throw e;
                }
            }
        }
    }

    private SharedWork<Sought> work(PictureRef ref, List<KeptProfile> profiles, Function<TaskMonitor, Pixels> picture) {
        return new SharedWork<>(work -> {
            Sought sought = null;
            try {
                work.checkCancelled();
                Pixels upright = picture.apply(work);
                Prepared prepared = undoing.surest(profiles, upright, work)
                        .map(proposal -> new Prepared(proposal, upright))
                        .orElse(null);
                sought = Sought.of(profiles, upright, prepared);
                return sought;
            } finally {
                synchronized (running) {
                    running.remove(ref);
                    if (sought != null) {
                        kept.put(ref, sought);
                    }
                }
            }
        });
    }
}
