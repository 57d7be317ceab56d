package io.cleanplate.newsroom.embedded;

import io.cleanplate.error.InputException;
import io.cleanplate.error.UnavailableException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a folder to one process. The system's lock on {@code newsroom.lock} counts, since it ends with the process however
 * that ends; {@code newsroom.address} beside it tells others who holds it. Belongs to one thread.
 */
final class FolderLock implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FolderLock.class);

    private final Path folder;
    private final FileChannel channel;

    private FolderLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /**
     * Takes the folder.
     *
     * @throws InputException when another process has it: says which
     * @throws UnavailableException when the folder cannot be written
     */
    static FolderLock take(Path folder) {
        try {
            FileChannel channel =
                    FileChannel.open(lockFile(folder), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw new InputException("The newsroom in " + folder + " is open in "
                        + read(folder).map(FolderLock::name).orElse("another process")
                        + ": close that one, or choose another folder with CLEANPLATE_DATA_DIR.");
            }
            Files.deleteIfExists(addressFile(folder));
            return new FolderLock(folder, channel);
        } catch (IOException e) {
            throw new UnavailableException(
                    "The folder " + folder + " cannot be written: free it or choose another.", e);
        }
    }

    /** Who has the folder open now. */
    static Optional<RunningServer> holder(Path folder) {
        try (FileChannel channel = FileChannel.open(lockFile(folder), StandardOpenOption.WRITE)) {
            return tryLock(channel) == null ? read(folder) : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UnavailableException("The folder " + folder + " cannot be read: free it or choose another.", e);
        }
    }

    /** Tells others where the server listens. */
    void announce(String address) {
        String text = "pid=" + ProcessHandle.current().pid() + "\naddress=" + address + "\n";
        try {
            Path written = Files.writeString(folder.resolve("newsroom.address.new"), text);
            Files.move(written, addressFile(folder), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UnavailableException(
                    "The folder " + folder + " cannot be written: free it or choose another.", e);
        }
    }

    @Override
    public void close() {
        try (channel) {
            Files.deleteIfExists(addressFile(folder));
        } catch (IOException e) {
            LOG.warn("{} could not be removed: the next start does it", addressFile(folder));
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static Optional<RunningServer> read(Path folder) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(Files.readString(addressFile(folder))));
            String address = properties.getProperty("address");
            return address == null
                    ? Optional.empty()
                    : Optional.of(new RunningServer(Long.parseLong(properties.getProperty("pid", "")), address));
        } catch (IOException | NumberFormatException e) {
            LOG.debug("{} tells nothing", addressFile(folder), e);
            return Optional.empty();
        }
    }

    private static String name(RunningServer server) {
        return "process " + server.pid() + " at " + server.address();
    }

    private static Path lockFile(Path folder) {
        return folder.resolve("newsroom.lock");
    }

    private static Path addressFile(Path folder) {
        return folder.resolve("newsroom.address");
    }
}
