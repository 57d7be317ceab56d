package io.cleanplate.cleaning.proposal;

import io.cleanplate.cleaning.PictureLoader;
import io.cleanplate.error.CleanplateException;
import io.cleanplate.error.UnavailableException;
import io.cleanplate.imaging.Picture;
import io.cleanplate.imaging.Pixels;
import io.cleanplate.newsroom.NewsId;
import io.cleanplate.newsroom.NewsImage;
import io.cleanplate.newsroom.PictureQueue;
import io.cleanplate.newsroom.PictureState;
import io.cleanplate.newsroom.QueueFilter;
import io.cleanplate.newsroom.QueuePage;
import io.cleanplate.newsroom.QueueQuery;
import io.cleanplate.task.TaskMonitor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pictures of a source that wait for an editor, to learn its mark from. Thread-safe. */
public final class PendingPictures {
    private static final Logger LOG = LoggerFactory.getLogger(PendingPictures.class);

    /** Beyond, a mark is hardly known better, and the editor waits longer. */
    static final int MOST = 40;

    private static final int PAGE = 200;
    /** They wait for the network most of the time. */
    private static final int AT_ONCE = 4;

    private final PictureQueue queue;
    private final PictureLoader loader;
    private final Executor threads;
    private final long mostBytes;

    /**
     * Reads from these.
     *
     * @param threads where pictures are opened; virtual threads will do
     * @param mostBytes no further pictures once so many bytes of samples are in memory
     */
    public PendingPictures(PictureQueue queue, PictureLoader loader, Executor threads, long mostBytes) {
        this.queue = queue;
        this.loader = loader;
        this.threads = threads;
        this.mostBytes = mostBytes;
    }

    /**
     * Pictures that were opened.
     *
     * @param images whose they are
     * @param upright what they show, in the same order
     * @param failures what went wrong with those that could not be opened
     */
    record Opened(List<NewsImage> images, List<Pixels> upright, List<CleanplateException> failures) {
        Opened {
            images = List.copyOf(images);
            upright = List.copyOf(upright);
            failures = List.copyOf(failures);
        }
    }

    /**
     * The first in the queue, {@value #MOST} at most.
     *
     * @param source the publisher; empty for pictures that name none
     * @throws UnavailableException when the newsroom is away
     */
    List<NewsImage> list(String customer, String source, TaskMonitor monitor) {
        // Every source where none is asked for, since a filter cannot name the lack of one.
        QueueFilter filter =
                new QueueFilter(customer, source.isEmpty() ? null : source, null, null, PictureState.PENDING);
        List<NewsImage> found = new ArrayList<>();
        NewsId after = null;
        do {
            monitor.checkCancelled();
            QueuePage page = queue.page(new QueueQuery(filter, after, PAGE));
            page.pictures().stream()
                    .filter(image -> new SourceName(source).equals(SourceName.of(image)))
                    .limit(MOST - found.size())
                    .forEach(found::add);
            after = page.next();
        } while (after != null && found.size() < MOST);
        return found;
    }

    /**
     * Opens pictures, as many as memory takes; one that cannot be had stops no other.
     *
     * @param monitor told how many are open, of one more than there are
     * @throws java.util.concurrent.CancellationException when the monitor wants to stop
     */
    Opened open(List<NewsImage> pictures, TaskMonitor monitor) {
        List<NewsImage> images = new ArrayList<>();
        List<Pixels> upright = new ArrayList<>();
        List<CleanplateException> failures = new ArrayList<>();
        long bytes = 0;
        for (int i = 0; i < pictures.size() && bytes < mostBytes; i += AT_ONCE) {
            // Learning comes after the last one.
            monitor.progress(i, pictures.size() + 1L);
            List<CompletableFuture<Attempt>> together =
                    pictures.subList(i, Math.min(i + AT_ONCE, pictures.size())).stream()
                            .map(image -> CompletableFuture.supplyAsync(() -> attempt(image, monitor), threads))
                            .toList();
            for (CompletableFuture<Attempt> each : together) {
                Attempt attempt = each.join();
                monitor.checkCancelled();
                if (attempt.upright() != null) {
                    images.add(attempt.image());
                    upright.add(attempt.upright());
                    bytes += bytes(attempt.upright());
                }
                if (attempt.failure() != null) {
                    failures.add(attempt.failure());
                }
            }
        }
        return new Opened(images, upright, failures);
    }

    private record Attempt(
            NewsImage image,
            @Nullable Pixels upright,
            @Nullable CleanplateException failure) {}

    private Attempt attempt(NewsImage image, TaskMonitor monitor) {
        try {
            Picture picture = loader.openBeforehand(image, TaskMonitor.until(monitor::cancelled))
                    .picture();
            return new Attempt(image, picture.upright(), null);
        } catch (CleanplateException e) {
            return new Attempt(image, null, e);
        } catch (CancellationException e) {
            LOG.debug("{} is not wanted any more", image.ref(), e);
            return new Attempt(image, null, null);
        }
    }

    private static long bytes(Pixels pixels) {
        return (long) pixels.width() * pixels.height() * pixels.bytesOfPixel();
    }
}
