package io.cleanplate.imaging;

import io.cleanplate.error.InputException;
import io.cleanplate.error.UnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/**
 * Reads picture files: JPEG, PNG, WebP, TIFF, BMP and still GIF, told by their bytes and never by their names. Samples
 * come out as they are stored; only CMYK is converted, to RGB. Thread-safe.
 */
public final class PictureReader {
    private final Limits limits;
    private final Map<Format, PictureDecoder> decoders = new EnumMap<>(Format.class);

    /** Reads within these limits. */
    public PictureReader(Limits limits) {
        this.limits = limits;
        decoders.put(Format.JPEG, new JpegDecoder());
        decoders.put(Format.PNG, new PngDecoder());
        decoders.put(Format.WEBP, new WebpDecoder());
        decoders.put(Format.TIFF, new TiffDecoder());
        decoders.put(Format.BMP, new BmpDecoder());
        decoders.put(Format.GIF, new GifDecoder());
    }

    /**
     * Reads a file.
     *
     * @throws InputException when it is no whole, still picture of these formats, is over a limit or may not be read
     * @throws UnavailableException when the disk fails or memory does not suffice
     */
    public Picture read(Path file) {
        return open(file, () -> {
            limits.requireFile(Files.size(file));
            return read(Files.readAllBytes(file), file.toString());
        });
    }

    /**
     * The format of a file by its first bytes; the rest is not looked at.
     *
     * @throws InputException when it is none of these formats or may not be read
     * @throws UnavailableException when the disk fails
     */
    public Format formatOf(Path file) {
        return open(file, () -> {
            try (InputStream in = Files.newInputStream(file)) {
                return Sniffer.format(in.readNBytes(Sniffer.ENOUGH));
            }
        });
    }

    @FunctionalInterface
    private interface Opening<T> {
        T open() throws IOException;
    }

    private static <T> T open(Path file, Opening<T> opening) {
        String name = file.toString();
        try {
            if (!Files.exists(file)) {
                throw new InputException(name + " does not exist.");
            }
            if (!Files.isRegularFile(file)) {
                throw new InputException(
                        name + (Files.isDirectory(file) ? " is a folder, not a picture." : " is not a regular file."));
            }
            return opening.open();
        } catch (BadPictureException e) {
            throw new InputException(name + " " + e.getMessage(), e);
        } catch (AccessDeniedException e) {
            throw new InputException(name + " may not be read: its permissions forbid it.", e);
        } catch (NoSuchFileException e) {
            throw new InputException(name + " does not exist.", e);
        } catch (IOException e) {
            throw new UnavailableException(name + " could not be read from the disk (" + e.getMessage() + ").", e);
        } catch (OutOfMemoryError e) {
            throw outOfMemory(name, e);
        }
    }

    /**
     * Reads the bytes of a file.
     *
     * @param name what messages call the picture
     * @throws InputException when they are no whole, still picture of these formats or over a limit
     * @throws UnavailableException when memory does not suffice
     */
    public Picture read(byte[] bytes, String name) {
        try {
            limits.requireFile(bytes.length);
            return decoder(Sniffer.format(bytes)).decode(bytes, limits);
        } catch (BadPictureException e) {
            throw new InputException(name + " " + e.getMessage(), e);
        } catch (IOException e) {
            throw new InputException(name + " is damaged: its picture cannot be decoded.", e);
        } catch (OutOfMemoryError e) {
            throw outOfMemory(name, e);
        }
    }

    private PictureDecoder decoder(Format format) {
        PictureDecoder decoder = decoders.get(format);
        if (decoder == null) {
            throw new IllegalStateException("no decoder for " + format);
        }
        return decoder;
    }

    private static UnavailableException outOfMemory(String name, OutOfMemoryError cause) {
        return new UnavailableException(
                name + " does not fit into memory: give the program more (-Xmx) or close other pictures.", cause);
    }
}
