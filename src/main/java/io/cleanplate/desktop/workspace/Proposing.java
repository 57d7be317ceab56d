package io.cleanplate.desktop.workspace;

import io.cleanplate.cleaning.edit.EditWork;
import io.cleanplate.cleaning.proposal.Proposal;
import io.cleanplate.cleaning.proposal.Proposals;
import io.cleanplate.imaging.Pixels;
import io.cleanplate.newsroom.NewsImage;
import io.cleanplate.newsroom.PictureRef;
import io.cleanplate.task.TaskMonitor;
import io.cleanplate.watermark.Placement;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is proposed for a picture that is being opened; a failure is logged and proposes nothing, for pictures open without,
 * too. Thread-safe.
 */
final class Proposing {
    private static final Logger LOG = LoggerFactory.getLogger(Proposing.class);

    private final Proposals proposals;
    private final Map<PictureRef, Placement> adjusted = new ConcurrentHashMap<>();

    Proposing(Proposals proposals) {
        this.proposals = proposals;
    }

    /** An editor moved or strengthened the mark of a picture, which may be opened again with that work. */
    void adjusted(PictureRef picture, Placement placement) {
        adjusted.put(picture, placement);
    }

    /**
     * A proposal for a story that waits for an editor; blocks.
     *
     * @param image null for a loose file
     * @param upright its picture as it was published
     * @throws CancellationException when the monitor wants to stop
     */
    Optional<Proposed> propose(@Nullable NewsImage image, Pixels upright, TaskMonitor monitor) {
        if (image == null || !WorkspaceViewModel.pending(image)) {
            return Optional.empty();
        }
        try {
            return proposals.propose(image, upright, monitor).map(proposal -> Proposed.of(proposal, upright));
        } catch (CancellationException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warn("Nothing is proposed for {}", image.ref().id(), e);
            return Optional.empty();
        }
    }

    /** The proposal that kept work consists of, such as after an undone save; empty when an editor did more, or other. */
    Optional<Proposed> behind(EditWork kept, @Nullable NewsImage image, TaskMonitor monitor) {
        return image != null && Proposal.MODEL.equals(kept.model())
                ? propose(image, kept.original(), monitor)
                        .flatMap(found -> placed(found, image, kept.original(), monitor))
                        .filter(found -> found.isAllOf(kept))
                : Optional.empty();
    }

    private Optional<Proposed> placed(Proposed found, NewsImage image, Pixels upright, TaskMonitor monitor) {
        Placement placement = adjusted.get(image.ref());
        if (placement == null || placement.equals(found.proposal().placement())) {
            return Optional.of(found);
        }
        try {
            return Optional.of(Proposed.of(proposals.adjusted(found.proposal(), upright, placement, monitor), upright));
        } catch (CancellationException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warn("The mark in {} cannot be placed as it was", image.ref().id(), e);
            return Optional.empty();
        }
    }
}
