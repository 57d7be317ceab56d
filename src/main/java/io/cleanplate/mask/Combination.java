package io.cleanplate.mask;

/** How two masks of one size become one. */
public enum Combination {
    /** What either masks. */
    UNION,
    /** What the first masks and the second does not. */
    SUBTRACT,
    /** What both mask. */
    INTERSECT
}
