package io.cleanplate.fetch;

import io.cleanplate.error.InputException;
import io.cleanplate.error.UnavailableException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Pictures by {@code file:} addresses, from one folder and nowhere else. Thread-safe. */
final class FilePictures {
    private final @Nullable Path folder;
    private final long maxBytes;

    FilePictures(@Nullable Path folder, long maxBytes) {
        this.folder = folder == null ? null : folder.toAbsolutePath().normalize();
        this.maxBytes = maxBytes;
    }

    /** Whether an address is one of these. */
    static boolean reads(String address) {
        return address.strip().toLowerCase(Locale.ROOT).startsWith("file:");
    }

    byte[] read(String address) {
        String shown = ShownAddress.of(address.strip());
        try {
            Path file = inside(address.strip(), shown);
            if (!Files.isRegularFile(file)) {
                throw new InputException("What stands at " + shown + " is not a file.");
            }
            if (Files.size(file) > maxBytes) {
                throw HttpFaults.tooLarge(shown, maxBytes);
            }
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new InputException("There is no picture at " + shown + " any more.", e);
        } catch (IOException e) {
            throw new UnavailableException(
                    "The picture at " + shown + " could not be read from the disk (" + e.getMessage() + ").", e);
        }
    }

    private Path inside(String address, String shown) throws IOException {
        Path named = path(address, shown);
        // By its spelling first: a name outside is not even looked at, since on some systems that alone asks a server.
        if (folder == null || !named.startsWith(folder)) {
            throw outside(shown);
        }
        Path real = named.toRealPath();
        if (!real.startsWith(folder.toRealPath())) {
            throw outside(shown);
        }
        return real;
    }

    private static Path path(String address, String shown) {
        try {
            URI uri = URI.create(address);
            if (uri.getRawAuthority() == null && uri.getRawQuery() == null && uri.getRawFragment() == null) {
                return Path.of(uri).normalize();
            }
        } catch (IllegalArgumentException | FileSystemNotFoundException e) {
            throw new InputException("The address " + shown + " names no file.", e);
        }
        throw outside(shown);
    }

    private static InputException outside(String shown) {
        return new InputException("The address " + shown
                + " is a file's, and files are read for the demo alone: it must begin with" + " https:// or http://.");
    }
}
