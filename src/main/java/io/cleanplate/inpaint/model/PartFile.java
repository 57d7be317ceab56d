package io.cleanplate.inpaint.model;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that is written beside its target and appears there whole or not at all. Closing without {@link #publish}
 * deletes it. Used by one thread.
 */
final class PartFile implements Closeable {
    private final Path target;
    private final Path part;
    private final FileChannel channel;

    PartFile(Path target) throws IOException {
        this.target = target;
        Path folder = target.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException(target + " is no place for a file");
        }
        Files.createDirectories(folder);
        part = Files.createTempFile(folder, target.getFileName() + ".", ".part");
        // A person who presses Ctrl-C ends the program without coming back to close().
        part.toFile().deleteOnExit();
        channel = FileChannel.open(part, StandardOpenOption.WRITE);
    }

    Path path() {
        return part;
    }

    void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Brings the bytes to the disk and the file to its place, over an older one. */
    void publish() throws IOException {
        channel.force(true);
        channel.close();
        // createTempFile lets only the owner read; a cache may be shared.
        part.toFile().setReadable(true, false);
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(part);
    }
}
