package io.cleanplate.batch;

import io.cleanplate.error.InputException;
import io.cleanplate.imaging.Format;
import io.cleanplate.imaging.PictureReader;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Finds out where each picture goes and checks that nothing is lost by it. Thread-safe.
 */
final class Targets {
    private final BatchJob job;
    private final PictureReader pictures;
    private final CleaningStep step;
    private final Set<Path> inputs = new HashSet<>();
    private final Map<Path, Source> targets = new HashMap<>();

    Targets(BatchJob job, PictureReader pictures, CleaningStep step) {
        this.job = job;
        this.pictures = pictures;
        this.step = step;
        job.sources().forEach(source -> inputs.add(SourceFinder.canonical(source.file())));
    }

    /**
     * A picture's output.
     *
     * @param done whether it is there already and counts as done
     */
    record Claimed(Path target, boolean done) {}

    /**
     * Finds out where a picture goes; refuses an output that is an original, needed for cleaning, another picture's, or not
     * to be replaced.
     *
     * @throws io.cleanplate.error.CleanplateException when the picture cannot be cleaned to there
     */
    Claimed claim(Source source) {
        Format format = job.encoding().formatFor(pictures.formatOf(source.file()));
        Path target = job.names().of(source, format);
        Path canonical = SourceFinder.canonical(target);
        if (inputs.contains(canonical)) {
            throw new InputException(
                    target + " is an original, which is never overwritten: name another output folder.");
        }
        Source other = claimedBefore(canonical, source);
        if (!other.equals(source)) {
            throw new InputException(target + " is the output of " + other.file() + " already: clean " + source.file()
                    + " into another folder.");
        }
        boolean there = Files.exists(target, LinkOption.NOFOLLOW_LINKS);
        if (there && job.existing() == Existing.REFUSE) {
            throw new InputException(target + " is there already: --overwrite replaces it, --resume takes it as done.");
        }
        for (Path needed : step.needs(source)) {
            if (SourceFinder.canonical(needed).equals(canonical)) {
                throw new InputException(
                        target + " is itself needed for cleaning and never overwritten:" + " name another output.");
            }
        }
        return new Claimed(target, there && job.existing() == Existing.SKIP);
    }

    private synchronized Source claimedBefore(Path target, Source source) {
        Source before = targets.putIfAbsent(target, source);
        return before == null ? source : before;
    }
}
