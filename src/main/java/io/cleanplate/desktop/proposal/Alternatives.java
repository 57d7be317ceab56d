package io.cleanplate.desktop.proposal;

import io.cleanplate.cleaning.edit.EditedPicture;
import io.cleanplate.cleaning.edit.Removal;
import io.cleanplate.cleaning.edit.Removed;
import io.cleanplate.desktop.common.Notice;
import io.cleanplate.desktop.editor.Background;
import io.cleanplate.desktop.editor.RemovalViewModel;
import io.cleanplate.inpaint.InpaintResult;
import io.cleanplate.task.BackgroundTask;
import io.cleanplate.task.RunningTask;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the models make of the place of a known mark in one picture: computed before it is asked for while the editor does
 * nothing else, so that the key for it answers at once. Belongs to the thread of its picture.
 */
final class Alternatives {
    private static final Logger LOG = LoggerFactory.getLogger(Alternatives.class);
    /** Who accepts at once wants none, and needs the processor for the next pictures. */
    private static final Duration LOOKS_CLOSER = Duration.ofMillis(700);

    private final Background background;
    private final ProposalServices services;
    private final RemovalViewModel removals;
    private final OpenProposal open;
    private final Runnable changed;
    private final Map<Alternative, Ready> ready = new EnumMap<>(Alternative.class);
    private final Deque<Alternative> ahead = new ArrayDeque<>(List.of(Alternative.SEE_THROUGH, Alternative.LAMA));
    private final Runnable patience;
    private @Nullable Alternative underWay;
    private @Nullable RunningTask task;
    private @Nullable Alternative awaited;
    private long awaitedAt;

    /**
     * Made, and not shown yet.
     *
     * @param removed what to show
     * @param notices what to tell people then
     */
    private record Ready(Removed removed, List<String> notices) {}

    /**
     * Begins when the editor seems to look closer.
     *
     * @param removals removes what was not computed beforehand
     * @param changed told when {@link #awaited} changed
     */
    Alternatives(
            Background background,
            ProposalServices services,
            RemovalViewModel removals,
            OpenProposal open,
            Runnable changed) {
        this.background = background;
        this.services = services;
        this.removals = removals;
        this.open = open;
        this.changed = changed;
        this.patience = services.idle().after(LOOKS_CLOSER, this::next);
    }

    /** Computes no more beforehand, and shows nothing that was waited for. */
    void stop() {
        patience.run();
        ahead.clear();
        giveUp();
        underWay = null;
        if (task != null) {
            task.cancel();
            task = null;
        }
    }

    /** Shows nothing that was waited for. */
    void giveUp() {
        await(null);
    }

    /** The mark lies elsewhere now: what was computed and not shown yet is of no use any more. */
    void markMoved() {
        stop();
        ready.clear();
    }

    /** Which one is shown as soon as it is there; empty when none is waited for. */
    Optional<Alternative> awaited() {
        return Optional.ofNullable(awaited);
    }

    /** Shows one that a model makes, now or as soon as it is there. */
    void show(Alternative alternative) {
        EditedPicture picture = open.picture();
        giveUp();
        Ready made = ready.get(alternative);
        if (picture.show(alternative.model())) {
            return;
        }
        if (made != null) {
            show(made);
        } else if (alternative == underWay) {
            awaitedAt = picture.revision();
            await(alternative);
        } else {
            removals.remove(removal(alternative));
        }
    }

    private Removal removal(Alternative alternative) {
        return open.picture().removalOfOriginal(open.current().mask(), alternative.model());
    }

    private void show(Ready made) {
        Removal then = made.removed().removal();
        Removal now = open.picture().removalOfOriginal(then.mask(), then.model());
        open.picture().removed(new Removed(now, made.removed().pixels()));
        made.notices().forEach(text -> background.notifier().show(Notice.info(text)));
    }

    private void await(@Nullable Alternative alternative) {
        awaited = alternative;
        changed.run();
    }

    private void next() {
        Alternative alternative = ahead.poll();
        if (alternative == null || removals.busyProperty().get()) {
            return;
        }
        underWay = alternative;
        Removal removal = removal(alternative);
        task = background
                .tasks()
                .start(BackgroundTask.of("Computing an alternative", monitor -> {
                            if (!services.quick().test(alternative.model())) {
                                return Optional.<Ready>empty();
                            }
                            InpaintResult result = services.remover()
                                    .remove(removal.pixels(), removal.mask(), removal.model(), monitor);
                            return Optional.of(new Ready(removal.done(result.pixels()), result.notices()));
                        })
                        .quietly()
                        .whenDone(made -> done(alternative, made))
                        .whenFailed(failure -> {
                            // Told when somebody wants it.
                            LOG.warn("{} is not computed beforehand", alternative.model(), failure);
                            done(alternative, Optional.empty());
                        }));
    }

    private void done(Alternative alternative, Optional<Ready> made) {
        underWay = null;
        made.ifPresent(one -> ready.put(alternative, one));
        if (alternative == awaited) {
            open.picture().afterStroke(() -> showAwaited(alternative));
        }
        next();
    }

    private void showAwaited(Alternative alternative) {
        if (alternative == awaited && awaitedAt == open.picture().revision()) {
            show(alternative);
        } else {
            giveUp();
        }
    }
}
