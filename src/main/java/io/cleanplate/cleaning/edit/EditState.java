package io.cleanplate.cleaning.edit;

import io.cleanplate.mask.Mask;

/**
 * All that a step of history changes. States that follow each other share what they have in common. Immutable.
 *
 * @param results the original and what was made of it
 * @param mask what is painted
 * @param stepped whether it came about by stepping to another result, so that more such steps are one
 */
record EditState(Results results, Mask mask, boolean stepped) {
    /** What keeping a state takes beside its tiles: the tables of them, for a large picture. */
    private static final long TABLES = 8192;

    EditState(Results results, Mask mask) {
        this(results, mask, false);
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
