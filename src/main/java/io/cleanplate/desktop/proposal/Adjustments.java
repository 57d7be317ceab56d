package io.cleanplate.desktop.proposal;

import io.cleanplate.cleaning.proposal.Proposal;
import io.cleanplate.cleaning.proposal.Proposals;
import io.cleanplate.desktop.common.Notice;
import io.cleanplate.desktop.editor.Background;
import io.cleanplate.desktop.workspace.Proposed;
import io.cleanplate.imaging.Pixels;
import io.cleanplate.task.BackgroundTask;
import io.cleanplate.task.RunningTask;
import io.cleanplate.watermark.Placement;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Moves and strengthens the mark of one picture while keys are held: one adjustment is computed at a time, and of those asked
 * for meanwhile only the last is computed next. Belongs to the thread of its picture.
 */
final class Adjustments {
    private final Background background;
    private final Proposals proposals;
    private final OpenProposal open;
    private final Consumer<Placement> shown;
    private @Nullable Placement wanted;
    private @Nullable RunningTask task;
    private boolean running;
    private boolean closed;

    /** @param shown told each placement whose result is shown */
    Adjustments(Background background, Proposals proposals, OpenProposal open, Consumer<Placement> shown) {
        this.background = background;
        this.proposals = proposals;
        this.open = open;
        this.shown = shown;
    }

    /** Asks for the placement that is shown, or was asked for last, changed. */
    void adjust(UnaryOperator<Placement> change) {
        wanted = change.apply(wanted == null ? open.current().placement() : wanted);
        if (!running) {
            start(wanted);
        }
    }

    /** The picture is left: nothing is shown any more. */
    void close() {
        closed = true;
        if (task != null) {
            task.cancel();
        }
    }

    private void start(Placement placement) {
        running = true;
        Proposal from = open.current();
        Pixels original = open.picture().original();
        long revision = open.picture().revision();
        task = background
                .tasks()
                .start(BackgroundTask.of(
                                "Placing the mark",
                                monitor ->
                                        Proposed.of(proposals.adjusted(from, original, placement, monitor), original))
                        .quietly()
                        .whenDone(adjusted -> open.picture().afterStroke(() -> done(adjusted, placement, revision)))
                        .whenFailed(failure -> {
                            stop();
                            background.notifier().show(Notice.failure(failure));
                        })
                        .whenCancelled(this::stop));
    }

    private void stop() {
        running = false;
        wanted = null;
    }

    private void done(Proposed adjusted, Placement placement, long revision) {
        // An undo meanwhile takes back what was asked for, too.
        if (closed || open.picture().revision() != revision) {
            stop();
            return;
        }
        open.show(adjusted);
        shown.accept(placement);
        if (placement.equals(wanted) || wanted == null) {
            stop();
        } else {
            start(wanted);
        }
    }
}
