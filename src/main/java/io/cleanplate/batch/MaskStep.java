package io.cleanplate.batch;

import io.cleanplate.error.InputException;
import io.cleanplate.imaging.Orientation;
import io.cleanplate.imaging.Picture;
import io.cleanplate.imaging.PictureReader;
import io.cleanplate.inpaint.InpaintOptions;
import io.cleanplate.inpaint.Inpainter;
import io.cleanplate.mask.Mask;
import io.cleanplate.mask.MaskReader;
import io.cleanplate.task.TaskMonitor;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Removes what a mask covers that was drawn over the upright picture. Thread-safe. */
public final class MaskStep implements CleaningStep {
    private final MaskFinder finder;
    private final MaskReader masks;
    private final Inpainter inpainter;
    private final InpaintOptions options;
    private @Nullable CachedMask last;

    /** Removes with these; the inpainter stays the caller's. */
    public MaskStep(MaskFinder finder, PictureReader reader, Inpainter inpainter, InpaintOptions options) {
        this.finder = finder;
        this.masks = new MaskReader(reader);
        this.inpainter = inpainter;
        this.options = options;
    }

    private record CachedMask(Path file, Mask upright) {}

    @Override
    public List<Path> needs(Source source) {
        return List.of(finder.maskOf(source));
    }

    @Override
    public Result clean(Source source, Picture picture, TaskMonitor monitor) {
        Path file = finder.maskOf(source);
        Mask upright = mask(file);
        Orientation orientation = picture.metadata().orientation();
        int stored = picture.pixels().width();
        int width = orientation.swapsSides() ? picture.pixels().height() : stored;
        int height = orientation.swapsSides() ? stored : picture.pixels().height();
        if (upright.width() != width || upright.height() != height) {
            throw new InputException("The mask " + file + " is " + upright.width() + " x " + upright.height()
                    + " pixels and the picture, seen upright, " + width + " x " + height
                    + ": they have to be of one size.");
        }
        return Cleaned.of(inpainter.inpaint(picture.pixels(), upright.turned(orientation), options, monitor), null);
    }

    /** One mask may serve many pictures: it is read once. */
    private synchronized Mask mask(Path file) {
        if (last == null || !last.file().equals(file)) {
            last = new CachedMask(file, masks.read(file));
        }
        return last.upright();
    }
}
