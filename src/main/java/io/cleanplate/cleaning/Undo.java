package io.cleanplate.cleaning;

import org.jspecify.annotations.Nullable;

/**
 * How to take back what an editor did; handed to {@link PictureDesk#undo} once. Holds for as long as nobody else changes
 * the picture.
 *
 * @param undone what was done
 * @param back what takes it back
 * @param notice what does not come back as it was, one sentence; null when all that others see does
 */
public record Undo(
        OutboxEntry undone, Change back, @Nullable String notice) {}
