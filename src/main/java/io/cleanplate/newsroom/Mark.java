package io.cleanplate.newsroom;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was done with a picture.
 *
 * @param cleanImage path or URL that was handed on; null when not cleaned
 * @param at when it was handed on, if known
 * @param by the editor who cleaned or skipped it, if one did
 * @param sha256 checksum of the cleaned file, lower-case hexadecimal, if written down
 * @param model the model that cleaned it, if written down
 * @param reopenedAt when an editor took it back; null when never, or cleaned again since
 */
public record Mark(
        @Nullable String cleanImage,
        @Nullable Instant at,
        @Nullable String by,
        @Nullable String sha256,
        @Nullable String model,
        @Nullable Instant reopenedAt) {}
