package io.cleanplate.cleaning.edit;

/** How a step of history came about: several in a row that go on with the same are one. */
enum StepKind {
    /** By itself; never joined with another. */
    SINGLE,
    /** By stepping to another result. */
    LOOK,
    /** By moving or strengthening what was removed. */
    ADJUSTMENT;

    /** Whether a step of this kind goes on with the one before it. */
    boolean continues(StepKind before) {
        return this != SINGLE && this == before;
    }
}
