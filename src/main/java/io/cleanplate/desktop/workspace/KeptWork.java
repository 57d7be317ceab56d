package io.cleanplate.desktop.workspace;

import io.cleanplate.cleaning.WorkState;
import io.cleanplate.cleaning.edit.EditWork;
import io.cleanplate.imaging.Pixels;
import io.cleanplate.imaging.Rect;

/** Work on a picture as the editor has it, and as it is kept on the disk. Both are of the picture seen upright. */
final class KeptWork {
    private KeptWork() {}

    /** What to keep; costs as much as the part that changed. */
    static WorkState of(EditWork work) {
        Rect area = work.changed();
        String model = work.model();
        return new WorkState(
                work.mask(), model == null || area.isEmpty() ? null : WorkState.Result.cut(work.shown(), area, model));
    }

    /** Whether it is work on such a picture. */
    static boolean fits(WorkState kept, Pixels original) {
        WorkState.Result result = kept.result();
        return kept.mask().width() == original.width()
                && kept.mask().height() == original.height()
                && (result == null
                        || (original.bounds().contains(result.area())
                                && result.pixels().channels() == original.channels()
                                && result.pixels().depth() == original.depth()));
    }

    /** What was kept, to go on with. */
    static EditWork over(WorkState kept, Pixels original) {
        WorkState.Result result = kept.result();
        return new EditWork(
                original,
                kept.mask(),
                result == null ? original : result.over(original),
                result == null ? null : result.model());
    }
}
