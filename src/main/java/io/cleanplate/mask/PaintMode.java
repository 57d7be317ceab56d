package io.cleanplate.mask;

/** What painting does to the pixels it covers. */
public enum PaintMode {
    /** Masks them. */
    ADD,
    /** Unmasks them. */
    SUBTRACT
}
