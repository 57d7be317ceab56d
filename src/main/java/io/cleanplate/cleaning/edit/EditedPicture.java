package io.cleanplate.cleaning.edit;

import io.cleanplate.imaging.Orientation;
import io.cleanplate.imaging.Pixels;
import io.cleanplate.imaging.Rect;
import io.cleanplate.mask.Coverage;
import io.cleanplate.mask.Mask;
import io.cleanplate.mask.MaskBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * One picture being cleaned: the mask, the results, and the steps back and forth. May be opened on any thread, and belongs
 * to one from then on. What changes it while a stroke is being painted is refused as a bug, but {@link #undo}, which takes
 * the stroke back; {@link #afterStroke} waits for its end.
 */
public final class EditedPicture implements PaintedPicture {
    /** Memory for the history that lasts for hundreds of steps on pictures of 24 megapixels. */
    public static final long DEFAULT_HISTORY_BYTES = 256L << 20;

    private final Orientation orientation;
    private final MaskBuffer painted;
    private final MaskBuffer restoring;
    private final History history;
    private final long resultBytes;
    private final List<EditListener> listeners = new CopyOnWriteArrayList<>();
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private @Nullable Stroke stroke;
    private int lastVersion;
    private long revision;

    private EditedPicture(Pixels upright, Orientation orientation, long historyBytes) {
        this.orientation = orientation;
        this.painted = new MaskBuffer(upright.width(), upright.height());
        this.restoring = new MaskBuffer(upright.width(), upright.height());
        this.resultBytes = historyBytes / 2;
        Results results = Results.of(new Version(Version.ORIGINAL, upright, null, null));
        this.history = new History(new EditState(results, painted.snapshot()), historyBytes - resultBytes);
    }

    /**
     * Turns a picture upright, which takes tenths of a second for a large one.
     *
     * @param stored the pixels as the file holds them
     * @param orientation how the file says they are stored
     * @param historyBytes how much memory steps and results may take, at least what one step takes
     */
    public static EditedPicture open(Pixels stored, Orientation orientation, long historyBytes) {
        return new EditedPicture(stored.turned(orientation), orientation, historyBytes);
    }

    private EditState state() {
        return history.current();
    }

    @Override
    public Pixels original() {
        return state().results().original().pixels();
    }

    @Override
    public Pixels shown() {
        return state().shown().pixels();
    }

    /** The mask as it was when the last stroke ended. */
    public Mask mask() {
        return state().mask();
    }

    /** The name of the model that made what is shown; empty for the original. */
    public Optional<String> model() {
        return Optional.ofNullable(state().shown().model());
    }

    /** Whether what is shown is a result that was made of the original itself, not of another result. */
    public boolean showsResultOfOriginal() {
        return state().shown().ofOriginal();
    }

    /** How many results there are beside the original. */
    public int results() {
        return state().results().versions().size() - 1;
    }

    /** Which result is shown, from 1; 0 for the original. */
    public int showing() {
        return state().results().showing();
    }

    /** Counts up whenever undoing or redoing changes what is shown. */
    public long revision() {
        return revision;
    }

    /** What is to be saved; empty while the original is shown. */
    public Optional<EditResult> result() {
        return model().map(model -> new EditResult(shown(), orientation, model));
    }

    /** What would be lost if the program ended now. */
    public EditWork work() {
        return new EditWork(original(), mask(), shown(), state().shown().model());
    }

    @Override
    public void copyMask(Rect area, byte[] target) {
        painted.copyInto(area, target);
    }

    @Override
    public Coverage maskCoverage(Rect area) {
        return painted.coverage(area);
    }

    @Override
    public void copyRestoring(Rect area, byte[] target) {
        restoring.copyInto(area, target);
    }

    @Override
    public Coverage restoringCoverage(Rect area) {
        return restoring.coverage(area);
    }

    /** Whether a stroke has begun and not ended. */
    public boolean painting() {
        return stroke != null;
    }

    /** Runs something now, or when the stroke that is being painted has ended. */
    public void afterStroke(Runnable action) {
        if (painting()) {
            waiting.add(action);
        } else {
            action.run();
        }
    }

    /** Takes back the stroke that is being painted, if there is one. */
    public void cancelStroke() {
        if (stroke != null) {
            stroke.cancel();
        }
    }

    @Override
    public Stroke begin(StrokeKind kind) {
        requireNoStroke();
        Stroke begun = switch (kind) {
            case MASK -> new OpenStroke(painted, this::tellMask, this::endMask);
            case RESTORE -> new OpenStroke(restoring, this::tellPicture, this::endRestoring);
        };
        stroke = begun;
        tellHistory();
        return begun;
    }

    private void endMask(boolean keep) {
        stroke = null;
        if (keep) {
            Mask after = painted.snapshot();
            if (!after.equals(mask())) {
                history.push(new EditState(state().results(), after));
            }
        } else {
            tellMask(painted.set(mask()));
        }
        runWaiting();
    }

    private void endRestoring(boolean keep) {
        stroke = null;
        Mask where = restoring.snapshot();
        Rect area = restoring.clear();
        if (keep) {
            Version shown = state().shown();
            Pixels restored = shown.pixels().withPixelsOf(original(), area, where::copyInto);
            if (!restored.changedFrom(shown.pixels()).isEmpty()) {
                history.push(new EditState(state().results().replaced(shown.withPixels(restored)), mask()));
            }
        }
        tellPicture(area);
        runWaiting();
    }

    private void runWaiting() {
        tellHistory();
        while (!painting() && !waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    /** Takes another mask of the picture's size instead, as one step. */
    public void setMask(Mask mask) {
        requireNoStroke();
        if (!mask.equals(mask())) {
            go(new EditState(state().results(), mask));
        }
    }

    /** What is to be removed now: what the mask covers of the picture that is shown. */
    public Removal removal(String model) {
        return new Removal(state().shown().id(), revision, shown(), mask(), model);
    }

    /** What is to be removed of the original, whatever is shown. */
    public Removal removalOfOriginal(Mask mask, String model) {
        return new Removal(Version.ORIGINAL, revision, original(), mask, model);
    }

    /** The removal that made what is shown once more, with another model; empty when there was none. */
    public Optional<Removal> removalAgain(String model) {
        return Optional.ofNullable(state().shown().made())
                .filter(made -> state().results().find(made.version()).isPresent())
                .map(made -> new Removal(made.version(), revision, made.pixels(), made.mask(), model));
    }

    /**
     * Shows what came of a removal, as one step: a result more, and a mask without what was removed. What was painted since
     * stays.
     *
     * @return false, and nothing changes, when it is of no use any more: undoing or redoing changed what is shown since it
     *     was asked for, or the version that it worked on is gone
     */
    public boolean removed(Removed removed) {
        requireNoStroke();
        Removal removal = removed.removal();
        Optional<Version> base = state().results().find(removal.version());
        if (removal.revision() != revision || base.isEmpty()) {
            return false;
        }
        add(result(removed, base.get().pixels()), removal, StepKind.SINGLE);
        return true;
    }

    private static Pixels result(Removed removed, Pixels base) {
        Removal removal = removed.removal();
        // Another base: the original was painted back into it since.
        return base == removal.pixels()
                ? removed.pixels()
                : base.withPixelsOf(removed.pixels(), removal.mask().bounds(), removal.mask()::copyInto);
    }

    /** Shows a result, from 1, or 0 for the original, as one step; several such steps in a row are one. */
    public void show(int result) {
        requireNoStroke();
        if (result < 0 || result > results()) {
            throw new IllegalArgumentException("no result " + result + " of " + results());
        }
        if (result != showing()) {
            go(new EditState(state().results().showing(result), mask(), StepKind.LOOK));
        }
    }

    /**
     * Shows the newest result that a model made of the original, as {@link #show(int)} does.
     *
     * @return false, and nothing changes, when there is none
     */
    public boolean show(String model) {
        OptionalInt result = state().results().newest(model);
        result.ifPresent(this::show);
        return result.isPresent();
    }

    /**
     * Shows what came of a removal in place of what came of it before, such as with the mark moved a little; several such
     * steps in a row are one. A result more, as by {@link #removed}, when something else is shown by now, also the same
     * with the original painted back into it: nothing that was done by hand is lost.
     *
     * @param before the pixels that the removal gave before
     * @return false, and nothing changes, when it is of no use any more, as by {@link #removed}
     */
    public boolean adjusted(Pixels before, Removed after) {
        requireNoStroke();
        Removal removal = after.removal();
        Version shown = state().shown();
        if (removal.revision() != revision || removal.version() != Version.ORIGINAL) {
            return false;
        }
        if (shown.pixels() == before && shown.made() != null) {
            Version changed = new Version(shown.id(), after.pixels(), removal.model(), removal);
            go(new EditState(state().results().replaced(changed), mask(), StepKind.ADJUSTMENT));
        } else {
            add(after.pixels(), removal, StepKind.ADJUSTMENT);
        }
        return true;
    }

    private void add(Pixels pixels, Removal removal, StepKind kind) {
        Version version = new Version(++lastVersion, pixels, removal.model(), removal);
        go(new EditState(state().results().with(version, resultBytes), mask().subtract(removal.mask()), kind));
    }

    /** Takes up work that was kept, as one step. */
    public void restore(EditWork work) {
        requireNoStroke();
        Results results = Results.of(state().results().original());
        if (work.model() != null) {
            results = results.with(new Version(++lastVersion, work.shown(), work.model(), null), resultBytes);
        }
        go(new EditState(results, work.mask()));
    }

    /** Whether there is something to undo, a stroke being painted included. */
    public boolean canUndo() {
        return painting() || history.canUndo();
    }

    /** Whether something was undone. */
    public boolean canRedo() {
        return !painting() && history.canRedo();
    }

    /** One step back, or the stroke that is being painted taken back; nothing when there is none. */
    public void undo() {
        if (painting()) {
            cancelStroke();
        } else if (history.canUndo()) {
            move(history::undo);
        }
    }

    /** One step forth; nothing when there is none. */
    public void redo() {
        if (canRedo()) {
            move(history::redo);
        }
    }

    private void move(Runnable step) {
        EditState before = state();
        step.run();
        if (!before.shown().equals(state().shown())) {
            revision++;
        }
        changed(before);
    }

    private void go(EditState next) {
        EditState before = state();
        history.push(next);
        changed(before);
    }

    private void changed(EditState before) {
        painted.set(mask());
        tellMask(mask().changedFrom(before.mask()));
        tellPicture(shown().changedFrom(before.shown().pixels()));
        tellHistory();
    }

    private void tellHistory() {
        listeners.forEach(EditListener::historyChanged);
    }

    private void tellMask(Rect area) {
        if (!area.isEmpty()) {
            listeners.forEach(listener -> listener.maskChanged(area));
        }
    }

    private void tellPicture(Rect area) {
        if (!area.isEmpty()) {
            listeners.forEach(listener -> listener.pictureChanged(area));
        }
    }

    private void requireNoStroke() {
        if (painting()) {
            throw new IllegalStateException("a stroke is being painted");
        }
    }

    @Override
    public void listen(EditListener listener) {
        listeners.add(listener);
    }

    @Override
    public void unlisten(EditListener listener) {
        listeners.remove(listener);
    }
}
