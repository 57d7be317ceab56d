package io.cleanplate.newsroom.embedded;

import io.cleanplate.error.InputException;
import io.cleanplate.error.UnavailableException;
import io.cleanplate.newsroom.mongo.MongoUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The newsroom that comes with the program: a server in a folder, filled with the demo when new. Thread-safe. */
public final class EmbeddedNewsroom implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedNewsroom.class);
    private static final String PICTURES = "pictures";

    private final EmbeddedServer server;

    private EmbeddedNewsroom(EmbeddedServer server) {
        this.server = server;
    }

    /**
     * Opens the newsroom in a folder, and fills it when it is new.
     *
     * @param folder made if missing; belongs to the newsroom alone
     * @param pictures asked for each picture once
     * @param clock tells how old the demo's stories look
     * @throws InputException when another process has the folder open: says which
     * @throws UnavailableException when the folder or what lies in it cannot be used
     */
    public static EmbeddedNewsroom start(Path folder, DemoPictures pictures, Clock clock) {
        EmbeddedServer server = EmbeddedServer.start(folder);
        try {
            new DemoNewsroom(new DemoGallery(folder.resolve(PICTURES), pictures), clock).fill(server.self());
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
        LOG.info("The newsroom is kept in {} by the embedded database: for demo and trial, not for production", folder);
        return new EmbeddedNewsroom(server);
    }

    /**
     * Throws away what the folder holds, so that the next start fills it anew.
     *
     * @throws InputException when a process has it open: says which
     * @throws UnavailableException when a file cannot be removed
     */
    public static void erase(Path folder) {
        EmbeddedServer.erase(folder);
        Path pictures = folder.resolve(PICTURES);
        if (Files.exists(pictures)) {
            try (Stream<Path> files = Files.walk(pictures)) {
                List<Path> deepestFirst =
                        files.sorted(Comparator.reverseOrder()).toList();
                for (Path file : deepestFirst) {
                    Files.delete(file);
                }
            } catch (IOException e) {
                throw new UnavailableException(
                        "The demo's pictures in " + pictures + " cannot be removed: free them.", e);
            }
        }
    }

    /** What to connect to. */
    public MongoUrl url() {
        return server.url();
    }

    /** Closes the database and frees the folder. */
    @Override
    public void close() {
        server.close();
    }
}
