package io.cleanplate.app;

import io.cleanplate.demo.DemoMarks;
import io.cleanplate.newsroom.Newsroom;
import io.cleanplate.newsroom.embedded.EmbeddedNewsroom;
import io.cleanplate.newsroom.embedded.EmbeddedServer;
import io.cleanplate.newsroom.embedded.RunningServer;
import io.cleanplate.newsroom.mongo.MongoConnection;
import io.cleanplate.newsroom.mongo.MongoNewsroom;
import io.cleanplate.newsroom.mongo.MongoUrl;
import io.cleanplate.task.Threads;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * The newsroom for one command: the database that {@code MONGODB_URL} names, else the embedded one, of a program that runs
 * on this data folder or opened here for as long as the command takes.
 */
public final class NewsroomAccess implements AutoCloseable {
    private final @Nullable EmbeddedNewsroom embedded;
    private final ExecutorService background = Executors.newSingleThreadExecutor(Threads.named("newsroom"));
    private final MongoNewsroom newsroom;

    private NewsroomAccess(@Nullable EmbeddedNewsroom embedded, MongoUrl url, Clock clock) {
        this.embedded = embedded;
        this.newsroom = new MongoNewsroom(new MongoConnection(url), clock, background);
    }

    /**
     * Opens it.
     *
     * @param mongoUrl {@code MONGODB_URL}, or null
     * @param dataFolder where the embedded newsroom lies
     */
    static NewsroomAccess open(@Nullable String mongoUrl, Path dataFolder, Clock clock) {
        if (mongoUrl != null) {
            return new NewsroomAccess(null, MongoUrl.parse("MONGODB_URL", mongoUrl), clock);
        }
        Path folder = folder(dataFolder);
        Optional<RunningServer> running = EmbeddedServer.running(folder);
        if (running.isPresent()) {
            return new NewsroomAccess(null, running.get().url(), clock);
        }
        EmbeddedNewsroom embedded = startEmbedded(dataFolder, clock);
        return new NewsroomAccess(embedded, embedded.url(), clock);
    }

    /** Opens the embedded newsroom of a data folder in this process, filled with the demo when new. */
    static EmbeddedNewsroom startEmbedded(Path dataFolder, Clock clock) {
        return EmbeddedNewsroom.start(folder(dataFolder), new DemoMarks()::marked, clock);
    }

    /** Where the embedded newsroom lies in a data folder. */
    static Path folder(Path dataFolder) {
        return dataFolder.resolve("newsroom");
    }

    /** The newsroom. */
    public Newsroom newsroom() {
        return newsroom;
    }

    @Override
    public void close() {
        newsroom.close();
        background.shutdownNow();
        if (embedded != null) {
            embedded.close();
        }
    }
}
