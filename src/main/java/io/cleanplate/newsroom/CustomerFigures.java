package io.cleanplate.newsroom;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a customer's pictures get on.
 *
 * @param counts by state
 * @param oldestPending when the oldest pending picture's document was made; null when none is pending, or no age is known
 * @param markedLastHour pictures handed on in the last hour, by editors or the job
 * @param markedLastDay the same of the last 24 hours
 */
public record CustomerFigures(
        StateCounts counts, @Nullable Instant oldestPending, long markedLastHour, long markedLastDay) {}
