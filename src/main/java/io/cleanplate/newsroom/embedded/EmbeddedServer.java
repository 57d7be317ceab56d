package io.cleanplate.newsroom.embedded;

import de.bwaldvogel.mongo.MongoServer;
import io.cleanplate.error.InputException;
import io.cleanplate.error.UnavailableException;
import io.cleanplate.newsroom.mongo.MongoUrl;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * A server that speaks MongoDB's protocol on the loopback interface and keeps its data in a folder. For demo and trial:
 * most questions make it read every document. What it has acknowledged is on disk. Thread-safe.
 */
public final class EmbeddedServer implements AutoCloseable {
    private static final String STORE = "newsroom.mv.db";
    private static final int ACCEPTING_THREADS = 1;
    private static final int WORKING_THREADS = 4;

    private final FolderLock lock;
    private final MongoServer server;
    private final String address;

    private EmbeddedServer(FolderLock lock, MongoServer server, String address) {
        this.lock = lock;
        this.server = server;
        this.address = address;
    }

    /**
     * Opens a folder, made if missing, and listens on a free port.
     *
     * @throws InputException when another process has the folder open: says which
     * @throws UnavailableException when the folder or what lies in it cannot be used
     */
    public static EmbeddedServer start(Path folder) {
        FolderLock lock = take(folder);
        try {
            MongoServer server = new MongoServer(new DurableBackend(store(folder.resolve(STORE))));
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), ACCEPTING_THREADS, WORKING_THREADS);
            InetSocketAddress bound = server.getLocalAddress();
            String address = bound.getAddress().getHostAddress() + ":" + bound.getPort();
            lock.announce(address);
            return new EmbeddedServer(lock, server, address);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /**
     * Throws away what a folder holds. It must not be open.
     *
     * @throws InputException when a process has it open: says which
     */
    public static void erase(Path folder) {
        FolderLock lock = take(folder);
        try (lock) {
            Files.deleteIfExists(folder.resolve(STORE));
        } catch (IOException e) {
            throw new UnavailableException("The newsroom in " + folder + " cannot be erased: free its file.", e);
        }
    }

    /** The server that has a folder open now, in this process or another. */
    public static Optional<RunningServer> running(Path folder) {
        return FolderLock.holder(folder);
    }

    /** What to connect to. */
    public MongoUrl url() {
        return new RunningServer(ProcessHandle.current().pid(), address).url();
    }

    /** Ends connections, closes the store and frees the folder. */
    @Override
    public void close() {
        server.shutdownNow();
        lock.close();
    }

    private static FolderLock take(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UnavailableException("The folder " + folder + " cannot be made: free it or choose another.", e);
        }
        return FolderLock.take(folder);
    }

    private static MVStore store(Path file) {
        try {
            // The store writes when the backend says so and at no other time: documents are changed in place.
            return new MVStore.Builder()
                    .fileName(file.toString())
                    .autoCommitDisabled()
                    .open();
        } catch (MVStoreException e) {
            throw new UnavailableException(
                    "The newsroom's file " + file + " cannot be opened: move it away to start with a new one.", e);
        }
    }
}
