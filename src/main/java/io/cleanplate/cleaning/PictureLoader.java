package io.cleanplate.cleaning;

import io.cleanplate.error.InputException;
import io.cleanplate.fetch.PictureSource;
import io.cleanplate.imaging.Picture;
import io.cleanplate.imaging.PictureReader;
import io.cleanplate.newsroom.NewsImage;
import io.cleanplate.task.SharedWork;
import io.cleanplate.task.TaskMonitor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings pictures of the newsroom into memory: fetched, decoded, kept for a while, and those that come next brought
 * beforehand. A picture is always the one that was published, also when it was cleaned since. Thread-safe.
 */
public final class PictureLoader {
    private static final Logger LOG = LoggerFactory.getLogger(PictureLoader.class);
    private static final int DECODES_BEFOREHAND = 2;

    private final PictureSource source;
    private final PictureReader reader;
    private final Executor threads;
    private final Semaphore decodes = new Semaphore(DECODES_BEFOREHAND);
    private final PictureCache cache;
    private final Map<String, SharedWork<Picture>> running = new HashMap<>();
    private volatile Set<String> wanted = Set.of();

    /**
     * A loader with nothing in memory.
     *
     * @param threads where pictures are brought beforehand; virtual threads will do
     * @param cacheBytes samples of decoded pictures to keep
     */
    public PictureLoader(PictureSource source, PictureReader reader, Executor threads, long cacheBytes) {
        this.source = source;
        this.reader = reader;
        this.threads = threads;
        this.cache = new PictureCache(cacheBytes);
    }

    /**
     * Opens a picture; blocks until it is there. A failure is not remembered: the next call tries anew.
     *
     * @throws InputException when the story has no picture, or it is none that can be read
     * @throws io.cleanplate.error.UnavailableException when it cannot be had now
     * @throws CancellationException when the monitor wants to stop, or the thread was interrupted
     */
    public OpenedPicture open(NewsImage image, TaskMonitor monitor) {
        return open(image, monitor, true);
    }

    /** As {@link #open}, for work that nobody waits for: gives way to pictures that an editor opens. */
    public OpenedPicture openBeforehand(NewsImage image, TaskMonitor monitor) {
        return open(image, monitor, false);
    }

    private OpenedPicture open(NewsImage image, TaskMonitor monitor, boolean urgent) {
        String address = image.ref().image();
        if (address.isEmpty()) {
            throw new InputException("The story " + image.ref().id() + " has no picture.");
        }
        while (true) {
            monitor.checkCancelled();
            SharedWork<Picture> load;
            synchronized (running) {
                Picture known = cache.get(address);
                if (known != null) {
                    return OpenedPicture.of(image, known);
                }
                load = running.computeIfAbsent(address, this::load);
                load.watch(monitor);
            }
            if (urgent) {
                load.hurry();
            }
            try {
                Picture picture = load.get();
                monitor.checkCancelled();
                return OpenedPicture.of(image, picture);
            } catch (CancellationException e) {
                // The others may have given up just before this call joined them: then it begins anew.
                if (monitor.cancelled() || Thread.currentThread().isInterrupted()) {
                    throw e;
                }
            }
        }
    }

    /** Brings these pictures beforehand, and no longer those of an earlier call that are not among them. Returns at once. */
    public void prefetch(List<NewsImage> next) {
        Set<String> addresses = new HashSet<>();
        next.forEach(image -> addresses.add(image.ref().image()));
        addresses.remove("");
        List<SharedWork<Picture>> begun = new ArrayList<>();
        synchronized (running) {
            wanted = Set.copyOf(addresses);
            for (NewsImage image : next) {
                String address = image.ref().image();
                if (addresses.remove(address) && !cache.has(address) && !running.containsKey(address)) {
                    SharedWork<Picture> load = load(address);
                    load.watch(whileWanted(address));
                    running.put(address, load);
                    begun.add(load);
                }
            }
        }
        begun.forEach(threads::execute);
    }

    private TaskMonitor whileWanted(String address) {
        return TaskMonitor.until(() -> !wanted.contains(address));
    }

    private SharedWork<Picture> load(String address) {
        return new SharedWork<>(load -> {
            Picture picture = null;
            try {
                load.checkCancelled();
                byte[] bytes = source.fetch(address, load);
                load.checkCancelled();
                picture = decode(bytes, address, load);
                return picture;
            } catch (CancellationException e) {
                LOG.debug("{} is not wanted any more", address);
                throw e;
            } finally {
                synchronized (running) {
                    running.remove(address);
                    if (picture != null) {
                        cache.put(address, picture);
                    }
                }
            }
        });
    }

    /** What is brought beforehand must not take the processor from the editor's own picture. */
    private Picture decode(byte[] bytes, String address, SharedWork<Picture> load) {
        if (load.urgent()) {
            return reader.read(bytes, address);
        }
        decodes.acquireUninterruptibly();
        try {
            load.checkCancelled();
            return reader.read(bytes, address);
        } finally {
            decodes.release();
        }
    }
}
