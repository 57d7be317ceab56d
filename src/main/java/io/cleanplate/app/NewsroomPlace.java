package io.cleanplate.app;

import io.cleanplate.demo.DemoMarks;
import io.cleanplate.error.InputException;
import io.cleanplate.newsroom.embedded.EmbeddedNewsroom;
import io.cleanplate.newsroom.embedded.EmbeddedServer;
import io.cleanplate.newsroom.embedded.RunningServer;
import io.cleanplate.newsroom.mongo.MongoUrl;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the newsroom is; closed, the embedded one with it where this process opened it.
 *
 * @param url what to connect to
 * @param embedded opened by this process; else null
 * @param other the process that has the embedded one open, when it is not this one; else null
 */
record NewsroomPlace(
        MongoUrl url,
        @Nullable EmbeddedNewsroom embedded,
        @Nullable RunningServer other) implements AutoCloseable {
    /**
     * The database that a connection string names, else the embedded one, opened here and filled with the demo when new.
     *
     * @param mongoUrl {@code MONGODB_URL}, or null
     * @throws InputException when another process has the embedded one open: says which
     */
    static NewsroomPlace own(@Nullable String mongoUrl, Path dataFolder, Clock clock) {
        if (mongoUrl != null) {
            return new NewsroomPlace(MongoUrl.parse("MONGODB_URL", mongoUrl), null, null);
        }
        EmbeddedNewsroom embedded = EmbeddedNewsroom.start(folder(dataFolder), new DemoMarks()::marked, clock);
        return new NewsroomPlace(embedded.url(), embedded, null);
    }

    /** The same, or the embedded one of the program that has it open. */
    static NewsroomPlace ownOrShared(@Nullable String mongoUrl, Path dataFolder, Clock clock) {
        Optional<NewsroomPlace> shared = mongoUrl == null ? shared(dataFolder) : Optional.empty();
        if (shared.isPresent()) {
            return shared.get();
        }
        try {
            return own(mongoUrl, dataFolder, clock);
        } catch (InputException e) {
            // Another may have opened it between the look and the attempt.
            return (mongoUrl == null ? shared(dataFolder) : Optional.<NewsroomPlace>empty()).orElseThrow(() -> e);
        }
    }

    private static Optional<NewsroomPlace> shared(Path dataFolder) {
        return EmbeddedServer.running(folder(dataFolder))
                .map(running -> new NewsroomPlace(running.url(), null, running));
    }

    /** Where the embedded newsroom lies in a data folder. */
    static Path folder(Path dataFolder) {
        return dataFolder.resolve("newsroom");
    }

    @Override
    public void close() {
        if (embedded != null) {
            embedded.close();
        }
    }
}
