package io.cleanplate.cleaning.proposal;

import io.cleanplate.cleaning.edit.Remover;
import io.cleanplate.error.CleanplateException;
import io.cleanplate.imaging.Pixels;
import io.cleanplate.inpaint.model.ModelCatalog;
import io.cleanplate.mask.Mask;
import io.cleanplate.task.TaskMonitor;
import io.cleanplate.watermark.Footprint;
import io.cleanplate.watermark.KeptProfile;
import io.cleanplate.watermark.MarkFinder;
import io.cleanplate.watermark.MarkRemover;
import io.cleanplate.watermark.Placement;
import io.cleanplate.watermark.Removal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds known marks in upright pictures, undoes them, and has inpainted what cannot be undone. Thread-safe. */
final class Undoing {
    private final Remover inpainter;
    private final MarkFinder finder = new MarkFinder();
    private final MarkRemover remover = new MarkRemover();

    /** With what inpaints. */
    Undoing(Remover inpainter) {
        this.inpainter = inpainter;
    }

    /**
     * The surest proposal of several profiles; empty when none of their marks is there.
     *
     * @throws CleanplateException when pixels are left to inpaint, and the model fails
     * @throws java.util.concurrent.CancellationException when the monitor wants to stop
     */
    Optional<Proposal> surest(List<KeptProfile> profiles, Pixels upright, TaskMonitor monitor) {
        List<Attempt> attempts = new ArrayList<>();
        for (KeptProfile kept : profiles) {
            monitor.checkCancelled();
            finder.find(upright, kept.profile())
                    .ifPresent(found -> attempts.add(attempt(kept, upright, found.placement())));
        }
        Optional<Attempt> best = attempts.stream()
                .max(Comparator.comparingDouble(
                        each -> each.removal().confidence().value()));
        return best.map(attempt -> proposal(attempt, monitor));
    }

    /**
     * A mark undone where it is said to be.
     *
     * @throws CleanplateException when pixels are left to inpaint, and the model fails
     * @throws java.util.concurrent.CancellationException when the monitor wants to stop
     */
    Proposal placed(KeptProfile kept, Pixels upright, Placement placement, TaskMonitor monitor) {
        monitor.checkCancelled();
        return proposal(attempt(kept, upright, placement), monitor);
    }

    /** A proposal's mark undone elsewhere; what is left to inpaint is as it is in the proposal. */
    Proposal placedAlike(Proposal proposal, Pixels upright, Placement placement) {
        Attempt attempt = attempt(proposal.profile(), upright, placement);
        Mask left = attempt.removal().leftToInpaint();
        return proposal(
                attempt, attempt.removal().result().withPixelsOf(proposal.result(), left.bounds(), left::copyInto));
    }

    /** A mark undone, but for what is left to inpaint. */
    private record Attempt(KeptProfile kept, Placement placement, Removal removal) {}

    private Attempt attempt(KeptProfile kept, Pixels upright, Placement placement) {
        return new Attempt(kept, placement, remover.remove(upright, kept.profile(), placement));
    }

    private Proposal proposal(Attempt attempt, TaskMonitor monitor) {
        Removal removal = attempt.removal();
        return proposal(attempt, inpainted(removal.result(), removal.leftToInpaint(), monitor));
    }

    private static Proposal proposal(Attempt attempt, Pixels result) {
        Mask mask = Footprint.of(attempt.kept().profile(), attempt.placement(), result.width(), result.height());
        return new Proposal(
                attempt.kept(), attempt.placement(), attempt.removal().confidence(), mask, result);
    }

    private Pixels inpainted(Pixels undone, Mask left, TaskMonitor monitor) {
        if (left.isEmpty()) {
            return undone;
        }
        monitor.checkCancelled();
        Pixels painted = inpainter
                .remove(undone, left, ModelCatalog.SEE_THROUGH, monitor)
                .pixels();
        return undone.withPixelsOf(painted, left.bounds(), left::copyInto);
    }
}
