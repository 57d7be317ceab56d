package io.cleanplate.cleaning;

import java.nio.file.Path;

/** Hears what becomes of changes that were sent later. Called on the thread that sends; returns at once, throws nothing. */
public interface OutboxListener {
    /** Hears nothing. */
    OutboxListener NONE = new OutboxListener() {};

    /** The newsroom confirmed a change that had waited. */
    default void delivered(OutboxEntry entry) {}

    /** A change that had waited cannot be made as it was meant: the editor has to decide. */
    default void needsDecision(OutboxEntry entry) {}

    /** An entry was damaged and moved aside: which change it was is not known. */
    default void damaged(Path movedTo) {}
}
