package io.cleanplate.mask;

/** What can be said of a part of a mask without looking at its pixels. */
public enum Coverage {
    /** No pixel is masked. */
    NONE,
    /** Every pixel is masked. */
    ALL,
    /** Only the pixels tell. */
    UNKNOWN
}
