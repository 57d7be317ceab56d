package io.cleanplate.cleaning.edit;

/** What a stroke paints. */
public enum StrokeKind {
    /** The mask. */
    MASK,
    /** The original, over what was removed. */
    RESTORE
}
