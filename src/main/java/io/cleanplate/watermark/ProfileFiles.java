package io.cleanplate.watermark;

import io.cleanplate.error.CleanplateException;
import io.cleanplate.error.InputException;
import io.cleanplate.error.UnavailableException;
import io.cleanplate.imaging.AtomicFile;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads and writes profiles as files. Thread-safe. */
public final class ProfileFiles {
    /** What profiles' names end in, so that they are found in a folder. */
    public static final String ENDING = ".mark";

    private static final long LARGEST = 64_000_000;

    private final ProfileCodec codec = new ProfileCodec();
    private final AtomicFile files = new AtomicFile();

    /** Reads and writes on the machine's disks. */
    public ProfileFiles() {}

    /**
     * What was read.
     *
     * @param profiles the profiles that are whole
     * @param problems one sentence for each file that is not
     */
    public record Read(List<ProfileFile> profiles, List<String> problems) {
        /** Keeps copies of the lists. */
        public Read {
            profiles = List.copyOf(profiles);
            problems = List.copyOf(problems);
        }
    }

    /**
     * Reads one.
     *
     * @throws InputException when it is not there or no whole profile
     * @throws UnavailableException when the disk fails
     */
    public ProfileFile read(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw new InputException(file + " is no watermark profile.");
            }
            return new ProfileFile(file, codec.decode(Files.readAllBytes(file), file.toString()));
        } catch (NoSuchFileException e) {
            throw new InputException("There is no profile at " + file + ".", e);
        } catch (AccessDeniedException e) {
            throw new InputException(file + " may not be read: its permissions forbid it.", e);
        } catch (IOException e) {
            throw new UnavailableException(file + " could not be read from the disk (" + e.getMessage() + ").", e);
        }
    }

    /**
     * Reads files as they are named, and of folders those that end in {@value #ENDING}. One bad file does not stop the
     * others.
     *
     * @throws InputException when there is no whole profile in all of them
     */
    public Read readAll(List<Path> places) {
        List<ProfileFile> profiles = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (Path place : places) {
            for (Path file : files(place)) {
                try {
                    profiles.add(read(file));
                } catch (CleanplateException e) {
                    problems.add(e.getMessage());
                }
            }
        }
        if (profiles.isEmpty()) {
            throw new InputException(
                    problems.isEmpty()
                            ? "There is no profile in " + places.getFirst() + ": profiles are files that end in "
                                    + ENDING + "."
                            : problems.getFirst());
        }
        return new Read(profiles, problems);
    }

    private static List<Path> files(Path place) {
        if (!Files.isDirectory(place)) {
            return List.of(place);
        }
        try (Stream<Path> inside = Files.list(place)) {
            return inside.filter(file -> String.valueOf(file.getFileName()).endsWith(ENDING))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UnavailableException("The folder " + place + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    /**
     * Writes one.
     *
     * @throws InputException when the file is there already and is not to be replaced, or its folder is not there
     * @throws UnavailableException when the disk is full or fails
     */
    public void write(ProfileFile profile, boolean overwrite) {
        files.write(profile.file(), codec.encode(profile.profile()), overwrite);
    }
}
