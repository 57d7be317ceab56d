package io.cleanplate.desktop.workspace;

import io.cleanplate.cleaning.edit.EditWork;
import io.cleanplate.cleaning.edit.EditedPicture;
import io.cleanplate.cleaning.edit.Removed;
import io.cleanplate.cleaning.proposal.Proposal;
import io.cleanplate.imaging.Pixels;
import io.cleanplate.imaging.Rect;
import java.util.Arrays;

/**
 * A proposal that is ready to be shown. Immutable.
 *
 * @param proposal the mark that was found
 * @param result the picture as it was published, changed under the proposal's mask only
 */
public record Proposed(Proposal proposal, Pixels result) {
    /**
     * Makes one ready, which takes tenths of a second for a large mark.
     *
     * @param upright the picture as it was published
     */
    public static Proposed of(Proposal proposal, Pixels upright) {
        return new Proposed(
                proposal,
                upright.withPixelsOf(proposal.result(), proposal.mask().bounds(), proposal.mask()::copyInto));
    }

    /** As what comes of a removal from a picture. */
    public Removed removedFrom(EditedPicture picture) {
        return new Removed(picture.removalOfOriginal(proposal.mask(), Proposal.MODEL), result);
    }

    /** Lays the mask on a picture, and over it the result where that is sure: a step each. */
    void layOn(EditedPicture picture) {
        picture.setMask(proposal.mask());
        if (proposal.sure()) {
            picture.removed(removedFrom(picture));
        }
    }

    /** Whether work on the same picture is this and nothing else. */
    boolean isAllOf(EditWork work) {
        Rect area = result.changedFrom(work.original());
        return proposal.sure()
                && Proposal.MODEL.equals(work.model())
                && work.mask().isEmpty()
                && work.changed().equals(area)
                && Arrays.equals(work.shown().cut(area), result.cut(area));
    }
}
