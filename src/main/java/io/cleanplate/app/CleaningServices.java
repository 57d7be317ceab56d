package io.cleanplate.app;

import io.cleanplate.cleaning.CleanedFiles;
import io.cleanplate.cleaning.LooseFiles;
import io.cleanplate.cleaning.Outbox;
import io.cleanplate.cleaning.OutboxEntry;
import io.cleanplate.cleaning.OutboxListener;
import io.cleanplate.cleaning.OutboxSender;
import io.cleanplate.cleaning.OutputTarget;
import io.cleanplate.cleaning.PictureDesk;
import io.cleanplate.cleaning.PictureLoader;
import io.cleanplate.cleaning.WorkInProgress;
import io.cleanplate.config.CleaningSettings;
import io.cleanplate.error.CleanplateException;
import io.cleanplate.fetch.AllowedHosts;
import io.cleanplate.fetch.FetchSettings;
import io.cleanplate.fetch.PictureFetcher;
import io.cleanplate.imaging.Limits;
import io.cleanplate.imaging.Picture;
import io.cleanplate.imaging.PictureReader;
import io.cleanplate.imaging.PictureWriter;
import io.cleanplate.imaging.Pixels;
import io.cleanplate.newsroom.NewsImage;
import io.cleanplate.newsroom.Newsroom;
import io.cleanplate.task.TaskMonitor;
import io.cleanplate.task.Threads;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an editor's work stands on: pictures fetched and opened, cleaned ones saved and marked, what waits for the database,
 * what was begun and not saved. Thread-safe.
 */
public final class CleaningServices implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CleaningServices.class);
    private static final Duration OUTBOX_ROUND = Duration.ofSeconds(10);
    private static final int LARGE_PICTURES_KEPT = 8;
    private static final long LARGE_PICTURE_BYTES = 72_000_000;

    private final Parts parts = new Parts();
    private final List<OutboxListener> listeners = new CopyOnWriteArrayList<>();
    private volatile OutputTarget target;
    private final Path dataFolder;
    private final PictureReader reader = new PictureReader(Limits.DEFAULT);
    private final PictureFetcher fetcher;
    private final PictureLoader loader;
    private final Outbox outbox;
    private final PictureDesk desk;
    private final WorkInProgress work;
    private final LooseFiles files;

    /**
     * What these services are told.
     *
     * @param dataFolder where caches, the outbox and work in progress lie
     * @param where what a person said of where cleaned pictures go
     * @param hosts addresses inside this network that pictures may come from
     * @param external whether the newsroom's database is read by other machines, too
     * @param version of the program
     */
    record Surroundings(
            Path dataFolder, CleaningSettings where, AllowedHosts hosts, boolean external, String version) {}

    /** Opens all of it; what an earlier run left in the outbox is sent at once. */
    CleaningServices(Surroundings around, Newsroom newsroom, Clock clock) {
        dataFolder = around.dataFolder();
        target = OutputTarget.of(around.where(), dataFolder);
        PictureWriter writer = new PictureWriter();
        FetchSettings fetching = FetchSettings.defaults(
                        dataFolder.resolve("cache").resolve("pictures"), around.version())
                .allowing(around.hosts());
        fetcher = parts.add(new PictureFetcher(
                around.external()
                        ? fetching
                        : fetching.readingFilesIn(
                                NewsroomPlace.folder(dataFolder).resolve("pictures")),
                clock));
        ExecutorService ahead = Executors.newThreadPerTaskExecutor(Threads.virtual("prefetch"));
        parts.add(ahead::shutdownNow);
        loader = new PictureLoader(fetcher, reader, ahead, cacheBytes());
        work = new WorkInProgress(dataFolder.resolve("work"), writer, reader, clock);
        files = new LooseFiles(reader, writer);
        // The embedded newsroom's address changes from start to start.
        String database = around.external() ? newsroom.where() : "embedded";
        outbox = new Outbox(dataFolder.resolve("outbox"), database, newsroom, heard(), clock);
        desk = new PictureDesk(newsroom, new CleanedFiles(this::target, around.external(), writer), outbox, work);
        ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(Threads.named("outbox"));
        parts.add(rounds::shutdownNow);
        parts.add(new OutboxSender(outbox, newsroom::connected, rounds, OUTBOX_ROUND));
        rounds.execute(this::tidy);
    }

    /** A few large pictures, and never more than an eighth of the memory that Java may take. */
    private static long cacheBytes() {
        return Math.min(
                LARGE_PICTURES_KEPT * LARGE_PICTURE_BYTES, Runtime.getRuntime().maxMemory() / 8);
    }

    private void tidy() {
        try {
            work.tidy();
        } catch (CleanplateException e) {
            LOG.warn("Leftovers of work in progress are not tidied: {}", e.getMessage());
        }
    }

    private OutboxListener heard() {
        return new OutboxListener() {
            @Override
            public void delivered(OutboxEntry entry) {
                listeners.forEach(listener -> listener.delivered(entry));
            }

            @Override
            public void needsDecision(OutboxEntry entry) {
                listeners.forEach(listener -> listener.needsDecision(entry));
            }

            @Override
            public void damaged(Path movedTo) {
                listeners.forEach(listener -> listener.damaged(movedTo));
            }
        };
    }

    /** Tells from now on what becomes of changes that waited for the database, on a thread of the outbox. */
    public void listen(OutboxListener listener) {
        listeners.add(listener);
    }

    /** Opens pictures. */
    public PictureLoader loader() {
        return loader;
    }

    /** Saves, marks, skips, reopens. */
    public PictureDesk desk() {
        return desk;
    }

    /** What waits for the database or for a decision. */
    public Outbox outbox() {
        return outbox;
    }

    /** What was begun and not saved. */
    public WorkInProgress work() {
        return work;
    }

    /** Pictures outside the newsroom. */
    public LooseFiles files() {
        return files;
    }

    /** Reads pictures. */
    public PictureReader reader() {
        return reader;
    }

    /** Where cleaned pictures go now. */
    public OutputTarget target() {
        return target;
    }

    /** Has cleaned pictures go elsewhere from the next one on. */
    public void saveTo(CleaningSettings where) {
        target = OutputTarget.of(where, dataFolder);
    }

    /**
     * A story's picture to be shown small, upright.
     *
     * @throws CleanplateException when it cannot be had
     * @throws java.util.concurrent.CancellationException when the monitor wants to stop
     */
    public Pixels small(NewsImage image, TaskMonitor monitor) {
        String address = image.ref().image();
        byte[] bytes = fetcher.fetch(address, monitor);
        monitor.checkCancelled();
        Picture picture = reader.read(bytes, address);
        return picture.upright();
    }

    /** Stops sending and fetching. Never throws. */
    @Override
    public void close() {
        parts.close();
    }
}
