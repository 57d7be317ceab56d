package io.cleanplate.batch;

import io.cleanplate.batch.Outcome.Status;
import io.cleanplate.error.InputException;
import io.cleanplate.imaging.Format;
import io.cleanplate.imaging.Orientation;
import io.cleanplate.imaging.Picture;
import io.cleanplate.imaging.PictureReader;
import io.cleanplate.mask.Mask;
import io.cleanplate.mask.MaskReader;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The first step of each picture: finds its mask and output, checks that nothing is lost, reads picture and mask. Owned by
 * the thread that decodes.
 */
final class Preparation {
    private final BatchJob job;
    private final PictureReader pictures;
    private final MaskReader masks;
    private final Set<Path> inputs;
    private final Map<Path, Source> targets = new HashMap<>();
    private @Nullable CachedMask cached;

    Preparation(BatchJob job, PictureReader pictures) {
        this.job = job;
        this.pictures = pictures;
        this.masks = new MaskReader(pictures);
        this.inputs = job.sources().stream()
                .map(source -> SourceFinder.canonical(source.file()))
                .collect(Collectors.toSet());
    }

    /** What came of it: a picture to clean, or an outcome already. */
    sealed interface Prepared {
        /** To be cleaned. */
        record Ready(Source source, Path target, Picture picture, Mask mask, double millis) implements Prepared {}

        /** Nothing left to do. */
        record Settled(Outcome outcome) implements Prepared {}
    }

    private record CachedMask(Path file, Mask upright) {}

    /**
     * Prepares one picture.
     *
     * @throws io.cleanplate.error.CleanplateException when it cannot be cleaned
     */
    Prepared prepare(Source source) {
        long start = System.nanoTime();
        Format format = job.encoding().formatFor(pictures.formatOf(source.file()));
        Path target = job.names().of(source, format);
        boolean there = claim(source, target);
        Path maskFile = job.masks().maskOf(source);
        if (SourceFinder.canonical(maskFile).equals(SourceFinder.canonical(target))) {
            throw new InputException(target + " is the mask itself: name another output.");
        }
        if (there && job.existing() == Existing.SKIP) {
            return new Prepared.Settled(new Outcome(source.file(), target, Status.SKIPPED, null, List.of(), null));
        }
        Picture picture = pictures.read(source.file());
        Mask mask = mask(maskFile, picture);
        return new Prepared.Ready(source, target, picture, mask, (System.nanoTime() - start) / 1e6);
    }

    /** Whether the output is there already; refuses one that is an original, another picture's, or not to be replaced. */
    private boolean claim(Source source, Path target) {
        Path canonical = SourceFinder.canonical(target);
        if (inputs.contains(canonical)) {
            throw new InputException(
                    target + " is an original, which is never overwritten: name another output folder.");
        }
        Source other = targets.putIfAbsent(canonical, source);
        if (other != null) {
            throw new InputException(target + " is the output of " + other.file() + " already: clean " + source.file()
                    + " into another folder.");
        }
        boolean there = Files.exists(target, LinkOption.NOFOLLOW_LINKS);
        if (there && job.existing() == Existing.REFUSE) {
            throw new InputException(target + " is there already: --overwrite replaces it, --resume takes it as done.");
        }
        return there;
    }

    private Mask mask(Path file, Picture picture) {
        if (cached == null || !cached.file().equals(file)) {
            cached = new CachedMask(file, masks.read(file));
        }
        Mask upright = cached.upright();
        Orientation orientation = picture.metadata().orientation();
        int width = orientation.swapsSides()
                ? picture.pixels().height()
                : picture.pixels().width();
        int height = orientation.swapsSides()
                ? picture.pixels().width()
                : picture.pixels().height();
        if (upright.width() != width || upright.height() != height) {
            throw new InputException("The mask " + file + " is " + upright.width() + " x " + upright.height()
                    + " pixels and the picture, seen upright, " + width + " x " + height
                    + ": they have to be of one size.");
        }
        return upright.turned(orientation);
    }
}
