package io.cleanplate.cleaning;

import io.cleanplate.error.UnavailableException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Lets one thread of one process at a time work on the outbox. The system's lock ends with the process however that ends.
 * One of these a folder and process.
 */
final class OutboxLock {
    private final Path file;
    /** The system's lock is the process's: between its threads this one decides. */
    private final ReentrantLock threads = new ReentrantLock(true);

    OutboxLock(Path folder) {
        this.file = folder.resolve("lock");
    }

    /** Does work as the only one; waits until the others are through. */
    <T> T alone(Supplier<T> work) {
        threads.lock();
        try (FileChannel channel = open();
                FileLock lock = channel.lock()) {
            if (!lock.isValid()) {
                throw new IOException("the lock was lost");
            }
            return work.get();
        } catch (IOException e) {
            throw new UnavailableException(
                    "The outbox's file " + file + " cannot be locked (" + e.getMessage() + "): free it.", e);
        } finally {
            threads.unlock();
        }
    }

    private FileChannel open() throws IOException {
        Path folder = file.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }
}
