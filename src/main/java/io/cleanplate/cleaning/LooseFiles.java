package io.cleanplate.cleaning;

import io.cleanplate.error.InputException;
import io.cleanplate.error.UnavailableException;
import io.cleanplate.imaging.AtomicFile;
import io.cleanplate.imaging.Encoded;
import io.cleanplate.imaging.Format;
import io.cleanplate.imaging.OutputOptions;
import io.cleanplate.imaging.Picture;
import io.cleanplate.imaging.PictureReader;
import io.cleanplate.imaging.PictureWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Pictures that lie about as files, outside the newsroom. Thread-safe. */
public final class LooseFiles {
    private final PictureReader reader;
    private final PictureWriter writer;
    private final AtomicFile files = new AtomicFile();

    /** Reads and writes with these. */
    public LooseFiles(PictureReader reader, PictureWriter writer) {
        this.reader = reader;
        this.writer = writer;
    }

    /**
     * Opens a file.
     *
     * @throws InputException when it is no picture that can be read
     * @throws UnavailableException when it cannot be read now
     */
    public OpenedPicture open(Path file) {
        return OpenedPicture.of(file, reader.read(file));
    }

    /**
     * The files of a folder that are pictures by their names, as people order them; hidden ones and those of folders in it
     * are left out.
     *
     * @throws UnavailableException when the folder cannot be read
     */
    public List<Path> list(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(file ->
                            Format.ofName(file) != null && !name(file).startsWith(".") && Files.isRegularFile(file))
                    .sorted(Comparator.comparing(LooseFiles::name, new NaturalOrder()))
                    .toList();
        } catch (IOException e) {
            throw new UnavailableException("The folder " + folder + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    /** A name for the cleaned picture beside its original. */
    public Path suggested(OpenedPicture opened, Path folder, OutputOptions options) {
        String name = opened.file() == null ? SafeName.of(opened.name()) : stem(opened.file());
        Format format = options.formatFor(opened.picture().encoding().format());
        return folder.resolve(name + "_cleaned." + format.extension());
    }

    /**
     * Writes a picture, whole or not at all. Without a format in the options, the target's ending says which.
     *
     * @param original the file it was made from; null when it came from elsewhere
     * @param replace whether the person agreed to replace another file that is there
     * @return one sentence for each thing that the file does not hold
     * @throws InputException when the target is the original, whatever it is called there, or cannot be written to
     * @throws UnavailableException when the disk is full, may not be written or fails
     */
    public List<String> saveAs(
            @Nullable Path original, Picture cleaned, Path target, OutputOptions options, boolean replace) {
        if (original != null && isSame(original, target)) {
            throw new InputException(target + " is the original, which is never replaced: choose another name.");
        }
        Encoded encoded = writer.encode(cleaned, format(target, options));
        files.write(target, encoded.bytes(), replace);
        return encoded.notices();
    }

    private static OutputOptions format(Path target, OutputOptions options) {
        return options.format() == null ? new OutputOptions(Format.ofName(target), options.quality()) : options;
    }

    private static boolean isSame(Path original, Path target) {
        try {
            return Files.exists(target) && Files.isSameFile(original, target);
        } catch (IOException e) {
            throw new UnavailableException(
                    "Whether " + target + " is the original cannot be told (" + e.getMessage() + "): choose another.",
                    e);
        }
    }

    private static String stem(Path file) {
        String name = name(file);
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
