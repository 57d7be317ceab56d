package io.cleanplate.inpaint.model;

import io.cleanplate.error.UnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A model inside the program's own jar. PyTorch wants a file, so it is unpacked into the cache under a name that holds
 * its checksum: programs of different versions share a cache without disturbing each other.
 */
final class BundledModel {
    private static final int NAME_DIGITS = 12;
    private static final int CHUNK_BYTES = 1 << 16;

    private final ModelEntry entry;
    private final String resource;
    private final Path file;

    BundledModel(ModelEntry entry, String resource, Path cacheFolder) {
        this.entry = entry;
        this.resource = resource;
        this.file =
                cacheFolder.resolve(entry.name() + "-" + entry.checksum().hex().substring(0, NAME_DIGITS) + ".pt");
    }

    /** Where it is, or will be, unpacked. */
    Path file() {
        return file;
    }

    /** The unpacked file, its checksum found right just now; unpacks it when it is missing or damaged. */
    Path unpacked() {
        try {
            if (!matches(file)) {
                unpack();
            }
            return file;
        } catch (IOException e) {
            throw new UnavailableException(
                    "The model " + entry.name() + " could not be unpacked to " + file
                            + "; the folder must be writable and have " + entry.approximateMegabytes()
                            + " MB free (" + e.getMessage() + ").",
                    e);
        }
    }

    private boolean matches(Path path) throws IOException {
        return Files.isRegularFile(path) && entry.checksum().ofFile(path).equals(entry.checksum());
    }

    private void unpack() throws IOException {
        try (InputStream in = BundledModel.class.getResourceAsStream(resource);
                PartFile part = new PartFile(file)) {
            if (in == null) {
                throw new IllegalStateException("The program was built without " + resource);
            }
            for (byte[] chunk = in.readNBytes(CHUNK_BYTES); chunk.length > 0; chunk = in.readNBytes(CHUNK_BYTES)) {
                part.write(ByteBuffer.wrap(chunk));
            }
            if (!matches(part.path())) {
                throw new IllegalStateException(resource + " has another checksum than the catalogue gives");
            }
            part.publish();
        }
    }
}
