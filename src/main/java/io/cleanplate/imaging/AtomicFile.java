package io.cleanplate.imaging;

import io.cleanplate.error.InputException;
import io.cleanplate.error.UnavailableException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes a file so that it is there as a whole or not at all, even when the power fails: into a hidden file beside it,
 * forced to the disk, then moved into place. Thread-safe, between processes too.
 */
public final class AtomicFile {
    private static final int NAME_PART = 100;

    /** Writes files on the machine's disks. */
    public AtomicFile() {}

    /**
     * Writes the bytes.
     *
     * @param overwrite whether a file that is there already may be replaced; if not, it never is, whoever made it when
     * @throws InputException when the file is there already, its folder is not, or its name cannot be used
     * @throws UnavailableException when the disk is full, may not be written or fails
     */
    public void write(Path target, byte[] bytes, boolean overwrite) {
        Path folder = target.toAbsolutePath().getParent();
        Path name = target.getFileName();
        if (folder == null || name == null || Files.isDirectory(target)) {
            throw new InputException(target + " is a folder, not a file to write.");
        }
        if (!Files.isDirectory(folder)) {
            throw new InputException("The folder " + folder + " for " + name + " does not exist.");
        }
        if (!overwrite && Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw alreadyThere(target, null);
        }
        Path temporary = folder.resolve("." + shortened(name.toString()) + "." + UUID.randomUUID() + ".tmp");
        try {
            try {
                force(temporary, bytes);
                place(temporary, target, overwrite);
            } finally {
                Files.deleteIfExists(temporary);
            }
            forceFolder(folder);
        } catch (FileAlreadyExistsException e) {
            throw alreadyThere(target, e);
        } catch (IOException e) {
            throw failure(target, folder, e);
        }
    }

    /**
     * Makes a folder and those above it where they are missing.
     *
     * @throws InputException when a file is in the way
     * @throws UnavailableException when the disk is full, may not be written or fails
     */
    public void makeFolder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (FileAlreadyExistsException e) {
            throw new InputException(e.getFile() + " is a file where a folder is needed.", e);
        } catch (IOException e) {
            throw failure(folder, folder, e);
        }
    }

    private static void force(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    private static void place(Path temporary, Path target, boolean overwrite) throws IOException {
        if (overwrite) {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return;
        }
        try {
            // A link fails where a file is already, in one step with making it; a move would replace it.
            Files.createLink(target, temporary);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (UnsupportedOperationException | FileSystemException noLinks) {
            // Some network and memory-card file systems have no links: the name is taken first, then filled.
            Files.createFile(target);
            fill(temporary, target);
        }
    }

    private static void fill(Path temporary, Path target) throws IOException {
        try {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            Files.delete(target);
            throw e;
        }
    }

    /** Makes the new name survive a power failure; file systems that cannot open a folder do so by themselves. */
    private static void forceFolder(Path folder) throws IOException {
        if (System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("windows")) {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (AccessDeniedException unreadable) {
            // A folder may be written but not read; the file itself is on the disk already.
            return;
        }
    }

    private static String shortened(String name) {
        return name.length() <= NAME_PART ? name : name.substring(0, NAME_PART);
    }

    private static InputException alreadyThere(Path target, @Nullable Throwable cause) {
        String message = target + " is there already and is not replaced: name another file or allow overwriting.";
        return cause == null ? new InputException(message) : new InputException(message, cause);
    }

    private static RuntimeException failure(Path target, Path folder, IOException cause) {
        String reason = String.valueOf(cause.getMessage());
        if (cause instanceof FileSystemException system && system.getReason() != null) {
            reason = system.getReason();
        }
        if (reason.contains("name too long")) {
            return new InputException("The file name " + target.getFileName() + " is too long.", cause);
        }
        if (cause instanceof AccessDeniedException) {
            reason = "writing to the folder " + folder + " is not permitted";
        }
        return new UnavailableException(target + " could not be written: " + reason + ".", cause);
    }
}
