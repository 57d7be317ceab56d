package io.cleanplate.desktop.proposal;

import io.cleanplate.cleaning.proposal.Proposal;
import io.cleanplate.cleaning.proposal.Proposals;
import io.cleanplate.desktop.common.Notice;
import io.cleanplate.desktop.editor.Background;
import io.cleanplate.desktop.workspace.Proposed;
import io.cleanplate.imaging.Pixels;
import io.cleanplate.task.BackgroundTask;
import io.cleanplate.task.RunningTask;
import io.cleanplate.task.TaskMonitor;
import io.cleanplate.watermark.Placement;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Moves and strengthens the mark of one picture while keys are held: one adjustment is computed at a time, and of those asked
 * for meanwhile only the last is computed next. Each is shown at once; when no other is asked for, what could not be undone
 * of the last one is inpainted, too. Belongs to the thread of its picture.
 */
final class Adjustments {
    private final Background background;
    private final Proposals proposals;
    private final OpenProposal open;
    private final Consumer<Placement> shown;
    private @Nullable Placement wanted;
    private @Nullable Run current;
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
        if (current == null || current.whole) {
            start(new Run(wanted, false));
        }
    }

    /** The picture is left: nothing is shown any more. */
    void close() {
        closed = true;
        stop();
    }

    private void stop() {
        Run was = current;
        current = null;
        wanted = null;
        if (was != null) {
            was.cancel();
        }
    }

    private void start(Run run) {
        Run was = current;
        current = run;
        if (was != null) {
            was.cancel();
        }
        run.start();
    }

    /** One placement on its way; its work runs on another thread. */
    private final class Run {
        private final Placement placement;
        private final boolean whole;
        private final Proposal from = open.current();
        private final Pixels original = open.picture().original();
        private final long revision = open.picture().revision();
        private @Nullable RunningTask task;

        /** @param whole whether what cannot be undone is inpainted */
        Run(Placement placement, boolean whole) {
            this.placement = placement;
            this.whole = whole;
        }

        void start() {
            task = background
                    .tasks()
                    .start(BackgroundTask.of("Placing the mark", monitor -> Proposed.of(work(monitor), original))
                            .quietly()
                            .whenDone(adjusted -> open.picture().afterStroke(() -> done(adjusted)))
                            .whenFailed(this::failed)
                            .whenCancelled(() -> end(() -> {})));
        }

        void cancel() {
            if (task != null) {
                task.cancel();
            }
        }

        private Proposal work(TaskMonitor monitor) {
            return whole
                    ? proposals.adjusted(from, original, placement, monitor)
                    : proposals.previewed(from, original, placement);
        }

        private void done(Proposed adjusted) {
            if (!equals(current)) {
                return;
            }
            // An undo meanwhile takes back what was asked for, too.
            if (closed || open.picture().revision() != revision) {
                stop();
                return;
            }
            open.show(adjusted);
            shown.accept(placement);
            Placement next = wanted == null ? placement : wanted;
            if (!next.equals(placement)) {
                Adjustments.this.start(new Run(next, false));
            } else if (whole) {
                stop();
            } else {
                Adjustments.this.start(new Run(placement, true));
            }
        }

        private void failed(RuntimeException failure) {
            end(() -> background.notifier().show(Notice.failure(failure)));
        }

        /** Does something about the end, unless another one was begun. */
        private void end(Runnable then) {
            if (equals(current)) {
                stop();
                then.run();
            }
        }
    }
}
