package io.cleanplate.cleaning.edit;

import io.cleanplate.mask.Mask;

/**
 * All that a step of history changes. States that follow each other share what they have in common. Immutable.
 *
 * @param results the original and what was made of it
 * @param mask what is painted
 * @param kind how it came about
 */
record EditState(Results results, Mask mask, StepKind kind) {
    /** What keeping a state takes beside its tiles: the tables of them, for a large picture. */
    private static final long TABLES = 8192;

    EditState(Results results, Mask mask) {
        this(results, mask, StepKind.SINGLE);
    }

    Version shown() {
        return results.shown();
    }

    /** Bytes that this takes beside the state before it. */
    long bytesBeyond(EditState before) {
        return TABLES
                + mask.bytesBeyond(before.mask)
                + shown().pixels().bytesBeyond(before.shown().pixels());
    }

    /** Bytes that this takes beside the original. */
    long bytes() {
        return bytesBeyond(new EditState(Results.of(results.original()), Mask.empty(mask.width(), mask.height())));
    }
}
