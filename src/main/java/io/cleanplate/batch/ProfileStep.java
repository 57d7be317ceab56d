package io.cleanplate.batch;

import io.cleanplate.imaging.Orientation;
import io.cleanplate.imaging.Picture;
import io.cleanplate.imaging.Pixels;
import io.cleanplate.inpaint.InpaintOptions;
import io.cleanplate.inpaint.Inpainter;
import io.cleanplate.mask.Mask;
import io.cleanplate.task.TaskMonitor;
import io.cleanplate.watermark.MarkRemover;
import io.cleanplate.watermark.ProfileShelf;
import io.cleanplate.watermark.ProfileShelf.Match;
import io.cleanplate.watermark.Removal;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Removes the mark of whichever profile fits best, and has inpainted what cannot be undone. Pictures in which no mark is
 * found, or of which it is not sure enough that they would be right, are left alone. Thread-safe.
 */
public final class ProfileStep implements CleaningStep {
    private final ProfileShelf shelf;
    private final double leastConfidence;
    private final Inpainter inpainter;
    private final InpaintOptions options;
    private final MarkRemover remover = new MarkRemover();

    /**
     * Removes with these; the inpainter stays the caller's.
     *
     * @param leastConfidence from 0 to 1; what is less sure is left alone
     */
    public ProfileStep(ProfileShelf shelf, double leastConfidence, Inpainter inpainter, InpaintOptions options) {
        this.shelf = shelf;
        this.leastConfidence = leastConfidence;
        this.inpainter = inpainter;
        this.options = options;
    }

    @Override
    public List<Path> needs(Source source) {
        return shelf.files();
    }

    @Override
    public Result clean(Source source, Picture picture, TaskMonitor monitor) {
        Orientation orientation = picture.metadata().orientation();
        Pixels upright = picture.upright();
        Optional<Match> match = shelf.best(upright);
        if (match.isEmpty()) {
            return new LeftAlone("The mark was not found in it.");
        }
        Removal removal = remover.remove(
                upright, match.get().profile(), match.get().found().placement());
        double confidence = removal.confidence().value();
        if (confidence < leastConfidence) {
            return new LeftAlone(String.format(
                    Locale.ROOT,
                    "A mark is there, but the confidence that it would be removed well is %.2f and less than %.2f.",
                    confidence,
                    leastConfidence));
        }
        Pixels undone = removal.result().turned(orientation.inverse());
        Mask left = removal.leftToInpaint().turned(orientation);
        return left.isEmpty()
                ? new Cleaned(undone, List.of(), 0, confidence, List.of())
                : Cleaned.of(inpainter.inpaint(undone, left, options, monitor), confidence);
    }
}
