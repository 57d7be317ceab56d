package io.cleanplate.inpaint.plan;

import java.util.List;

/**
 * Which passes remove what a mask covers. All crops are taken from the untouched picture. Immutable.
 *
 * @param passes in the order in which their results are laid over each other, none when nothing is masked; every masked
 *     pixel lies in the core of at least one
 */
public record Plan(List<Pass> passes) {
    /** Keeps a copy. */
    public Plan {
        passes = List.copyOf(passes);
    }

    /** Pixels that the model is given in all passes together. */
    public long pixels() {
        return passes.stream().mapToLong(Pass::pixels).sum();
    }

    /** Pixels of the largest pass, 0 when there is none. */
    public long largestPass() {
        return passes.stream().mapToLong(Pass::pixels).max().orElse(0);
    }
}
