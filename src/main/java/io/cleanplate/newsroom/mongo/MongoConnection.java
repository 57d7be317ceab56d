package io.cleanplate.newsroom.mongo;

import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import com.mongodb.event.ConnectionPoolListener;
import io.cleanplate.newsroom.DatabaseListener;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.bson.Document;

/**
 * The driver's client: pool, time-outs, write concern, and its errors as ours. Exists while the server is away; the driver
 * goes on looking for it. Thread-safe.
 */
public final class MongoConnection implements AutoCloseable {
    private final MongoUrl url;
    private final Deadlines deadlines;
    private final MongoClient client;

    /** Connects in the background; returns at once. */
    public MongoConnection(MongoUrl url) {
        this(url, Deadlines.USUAL, List.of(), List.of());
    }

    /** Connects in the background and reports to a listener; returns at once. */
    public MongoConnection(MongoUrl url, DatabaseListener listener) {
        this(url, new DriverReports(listener));
    }

    private MongoConnection(MongoUrl url, DriverReports reports) {
        this(url, Deadlines.USUAL, List.of(reports), List.of(reports));
    }

    /**
     * Connects in the background; returns at once.
     *
     * @param commands told of every command; must not block
     * @param pools told of every connection; must not block
     */
    public MongoConnection(
            MongoUrl url, Deadlines deadlines, List<CommandListener> commands, List<ConnectionPoolListener> pools) {
        this.url = url;
        this.deadlines = deadlines;
        long call = deadlines.call().toMillis();
        client = MongoClients.create(MongoClientSettings.builder()
                .applicationName("cleanplate")
                .timeout(call, TimeUnit.MILLISECONDS)
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(call, TimeUnit.MILLISECONDS))
                .applyToSocketSettings(
                        socket -> socket.connectTimeout(3, TimeUnit.SECONDS).readTimeout(call, TimeUnit.MILLISECONDS))
                .applyToConnectionPoolSettings(pool -> {
                    pool.maxWaitTime(call, TimeUnit.MILLISECONDS);
                    pools.forEach(pool::addConnectionPoolListener);
                })
                // What the address says about time-outs and the like goes before ours, but never what keeps writes
                // safe.
                .applyConnectionString(url.parsed())
                .writeConcern(WriteConcern.MAJORITY)
                .readPreference(ReadPreference.primary())
                .retryWrites(true)
                .retryReads(true)
                .commandListenerList(commands)
                .build());
    }

    /** Hosts and database, for people. */
    public String where() {
        return url.where();
    }

    /** Whether the server answers now; known within a second, never throws. */
    public boolean connected() {
        try {
            database()
                    .withTimeout(deadlines.ping().toMillis(), TimeUnit.MILLISECONDS)
                    .runCommand(new Document("ping", 1));
            return true;
        } catch (MongoException | IllegalStateException e) {
            // The latter says that this connection is closed.
            return false;
        }
    }

    @Override
    public void close() {
        client.close();
    }

    MongoDatabase database() {
        return client.getDatabase(url.database());
    }

    /** For calls that look at a whole collection or carry megabytes. */
    MongoDatabase patientDatabase() {
        return database().withTimeout(deadlines.figures().toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Runs a call and says in one sentence when the database could not do it. */
    <T> T call(Supplier<T> work) {
        try {
            return work.get();
        } catch (MongoException e) {
            throw MongoFaults.translate(e, where());
        }
    }
}
