package io.cleanplate.batch;

import io.cleanplate.error.InputException;
import io.cleanplate.error.UnavailableException;
import io.cleanplate.imaging.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds the mask of a picture: one file for all, or of a folder the file with the picture's path and name, whatever its ending. */
public final class MaskFinder {
    private final Path masks;

    /**
     * A finder.
     *
     * @param masks a mask's file, or a folder of masks
     * @throws InputException when there is no such file or folder
     */
    public MaskFinder(Path masks) {
        if (!Files.exists(masks)) {
            throw new InputException("There is no mask at " + masks + ": name a picture file or a folder of them.");
        }
        this.masks = masks;
    }

    /**
     * The mask's file.
     *
     * @throws InputException when a folder holds none or several for this picture
     */
    public Path maskOf(Source source) {
        if (!Files.isDirectory(masks)) {
            return masks;
        }
        Path folder = masks.resolve(source.relative()).getParent();
        List<Path> fitting = folder != null && Files.isDirectory(folder) ? withStem(folder, source.stem()) : List.of();
        if (fitting.size() == 1) {
            return fitting.getFirst();
        }
        throw new InputException(
                fitting.isEmpty()
                        ? "There is no mask for " + source.relative() + " in " + masks + ": a picture named "
                                + source.stem() + ".png would do."
                        : "There are several masks for " + source.relative() + " ("
                                + fitting.getFirst().getFileName() + ", "
                                + fitting.get(1).getFileName() + "): leave one.");
    }

    private static List<Path> withStem(Path folder, String stem) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file ->
                            Source.stem(file).equals(stem) && Format.ofName(file) != null && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UnavailableException("The folder " + folder + " cannot be read: " + e.getMessage() + ".", e);
        }
    }
}
