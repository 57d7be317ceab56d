package io.cleanplate.cleaning.edit;

import java.util.ArrayList;
import java.util.List;

/** The steps back and forth, within a number of bytes: the oldest go when there are more. Belongs to its picture's thread. */
final class History {
    private final List<Step> steps = new ArrayList<>();
    private final long budget;
    private int at;

    /**
     * A state and what it takes.
     *
     * @param state what there was
     * @param bytes beside the step before it
     */
    private record Step(EditState state, long bytes) {}

    History(EditState start, long budget) {
        this.budget = budget;
        steps.add(new Step(start, start.bytes()));
    }

    EditState current() {
        return steps.get(at).state;
    }

    boolean canUndo() {
        return at > 0;
    }

    boolean canRedo() {
        return at < steps.size() - 1;
    }

    /** One step back, which there is. */
    void undo() {
        at--;
    }

    /** One step forth, which there is. */
    void redo() {
        at++;
    }

    /** Goes on to another state; what was undone cannot be redone any more. */
    void push(EditState next) {
        steps.subList(at + 1, steps.size()).clear();
        if (at > 0 && next.kind().continues(current().kind())) {
            steps.removeLast();
        }
        steps.add(new Step(next, next.bytesBeyond(steps.getLast().state)));
        while (steps.size() > 1 && bytes() > budget) {
            steps.removeFirst();
            EditState first = steps.getFirst().state;
            steps.set(0, new Step(first, first.bytes()));
        }
        at = steps.size() - 1;
    }

    private long bytes() {
        return steps.stream().mapToLong(Step::bytes).sum();
    }
}
