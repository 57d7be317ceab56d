package io.cleanplate.automark;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the job is.
 *
 * @param enabled whether runs are scheduled in this process
 * @param interval from one run to the next
 * @param nextRun when the next scheduled run is due, which on standby the other server makes; null when none is
 * @param standby whether another server on the same database makes the scheduled runs
 * @param running the run that goes on now; null when none does
 * @param lastRun what the last one did; null when there was none
 */
public record AutoMarkStatus(
        boolean enabled,
        Duration interval,
        @Nullable Instant nextRun,
        boolean standby,
        RunReport.@Nullable Run running,
        @Nullable RunReport lastRun) {}
