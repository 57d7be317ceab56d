package io.cleanplate.batch;

import io.cleanplate.error.UnavailableException;
import io.cleanplate.imaging.Format;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the pictures to clean: files as they are named, and of folders what is a picture by its name. Hidden files are
 * passed over, and so are the folders and files named as excluded, such as the output folder when it lies in the input.
 */
public final class SourceFinder {
    private final boolean recursive;
    private final Set<Path> excluded;

    /**
     * A finder.
     *
     * @param recursive whether folders in folders are searched too
     * @param excluded files and folders to pass over
     */
    public SourceFinder(boolean recursive, List<Path> excluded) {
        this.recursive = recursive;
        this.excluded = excluded.stream().map(SourceFinder::canonical).collect(Collectors.toSet());
    }

    /**
     * What was found.
     *
     * @param sources the pictures, each once; those of a folder sorted by path
     * @param passedOver files in folders that are no picture by their name
     */
    public record Found(List<Source> sources, int passedOver) {}

    /**
     * Looks everywhere. A file that does not exist is found too: opening it says what is wrong.
     *
     * @throws UnavailableException when a folder cannot be read
     */
    public Found find(List<Path> inputs) {
        Map<Path, Source> sources = new LinkedHashMap<>();
        int passedOver = 0;
        for (Path input : inputs) {
            if (Files.isDirectory(input)) {
                Walk walk = new Walk(input);
                walk.files.sort(null);
                walk.files.forEach(
                        file -> sources.putIfAbsent(canonical(file), new Source(file, input.relativize(file))));
                passedOver += walk.passedOver;
            } else {
                sources.putIfAbsent(canonical(input), new Source(input, input.getFileName()));
            }
        }
        return new Found(List.copyOf(sources.values()), passedOver);
    }

    /** The path without links and dots, as far as the file system knows it. */
    static Path canonical(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException notThere) {
            return path.toAbsolutePath().normalize();
        }
    }

    private final class Walk {
        private final List<Path> files = new ArrayList<>();
        private int passedOver;

        Walk(Path folder) {
            FileVisitor<Path> visitor = new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) {
                    boolean enter = visited.equals(folder)
                            || (recursive && !hidden(visited) && !excluded.contains(canonical(visited)));
                    return enter ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (!hidden(file) && !excluded.contains(canonical(file)) && !Files.isDirectory(file)) {
                        if (Format.ofName(file) == null) {
                            passedOver++;
                        } else {
                            files.add(file);
                        }
                    }
                    return FileVisitResult.CONTINUE;
                }
            };
            try {
                Files.walkFileTree(folder, visitor);
            } catch (IOException e) {
                throw new UnavailableException("The folder " + folder + " cannot be read: " + e.getMessage() + ".", e);
            }
        }

        private boolean hidden(Path path) {
            return String.valueOf(path.getFileName()).startsWith(".");
        }
    }
}
