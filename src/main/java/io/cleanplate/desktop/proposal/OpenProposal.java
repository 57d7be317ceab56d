package io.cleanplate.desktop.proposal;

import io.cleanplate.cleaning.edit.EditedPicture;
import io.cleanplate.cleaning.proposal.Proposal;
import io.cleanplate.desktop.workspace.Proposed;
import io.cleanplate.imaging.Pixels;
import java.util.Map;
import java.util.WeakHashMap;

/** What is proposed for one picture, and which adjustment of it is shown. Belongs to the thread of its picture. */
final class OpenProposal {
    private final EditedPicture picture;
    /** What made each result that undoing, redoing or stepping may bring back; forgotten with it. */
    private final Map<Pixels, Proposal> made = new WeakHashMap<>();

    private Proposed current;

    OpenProposal(EditedPicture picture, Proposed found) {
        this.picture = picture;
        current = found;
        made.put(found.result(), found.proposal());
    }

    EditedPicture picture() {
        return picture;
    }

    /** As it is shown, or was last. */
    Proposal current() {
        return current.proposal();
    }

    /** What is shown may have changed. */
    void follow() {
        Pixels shown = picture.shown();
        Proposal other = made.get(shown);
        if (other != null) {
            current = new Proposed(other, shown);
        }
    }

    /** Shows its result; where there is none any more, a new one. */
    void show() {
        if (!picture.show(Proposal.MODEL)) {
            picture.removed(current.removedFrom(picture));
        }
    }

    /** Shows an adjustment in place of what it was made from. */
    void show(Proposed adjusted) {
        Pixels before = current.result();
        made.put(adjusted.result(), adjusted.proposal());
        current = adjusted;
        picture.adjusted(before, adjusted.removedFrom(picture));
    }
}
