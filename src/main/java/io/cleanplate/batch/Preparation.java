package io.cleanplate.batch;

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
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The first steps of each picture: finds its mask and output, checks that nothing is lost, reads picture and mask.
 * Thread-safe.
 */
final class Preparation {
    private final BatchJob job;
    private final PictureReader pictures;
    private final MaskReader masks;
    private final Set<Path> inputs = new HashSet<>();
    private final Map<Path, Source> targets = new HashMap<>();
    private @Nullable CachedMask last;

    Preparation(BatchJob job, PictureReader pictures) {
        this.job = job;
        this.pictures = pictures;
        this.masks = new MaskReader(pictures);
        job.sources().forEach(source -> inputs.add(SourceFinder.canonical(source.file())));
    }

    /**
     * A picture whose output and mask are known.
     *
     * @param done whether the output is there already and counts as done
     */
    record Claimed(Source source, Path target, Path mask, boolean done) {}

    /** A picture with what is to be removed, in stored order. */
    record Ready(Picture picture, Mask mask) {}

    private record CachedMask(Path file, Mask upright) {}

    /**
     * Finds out where a picture goes; refuses an output that is an original, a mask, another picture's, or not to be
     * replaced.
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
        Path mask = job.masks().maskOf(source);
        if (SourceFinder.canonical(mask).equals(canonical)) {
            throw new InputException(target + " is the mask itself: name another output.");
        }
        return new Claimed(source, target, mask, there && job.existing() == Existing.SKIP);
    }

    /**
     * Reads a picture and its mask.
     *
     * @throws io.cleanplate.error.CleanplateException when they cannot be read or do not fit together
     */
    Ready read(Claimed claimed) {
        Picture picture = pictures.read(claimed.source().file());
        Mask upright = mask(claimed.mask());
        Orientation orientation = picture.metadata().orientation();
        int stored = picture.pixels().width();
        int width = orientation.swapsSides() ? picture.pixels().height() : stored;
        int height = orientation.swapsSides() ? stored : picture.pixels().height();
        if (upright.width() != width || upright.height() != height) {
            throw new InputException("The mask " + claimed.mask() + " is " + upright.width() + " x "
                    + upright.height() + " pixels and the picture, seen upright, " + width + " x " + height
                    + ": they have to be of one size.");
        }
        return new Ready(picture, upright.turned(orientation));
    }

    private synchronized Source claimedBefore(Path target, Source source) {
        Source before = targets.putIfAbsent(target, source);
        return before == null ? source : before;
    }

    /** One mask may serve many pictures: it is read once. */
    private synchronized Mask mask(Path file) {
        if (last == null || !last.file().equals(file)) {
            last = new CachedMask(file, masks.read(file));
        }
        return last.upright();
    }
}
