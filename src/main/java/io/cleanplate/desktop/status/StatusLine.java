package io.cleanplate.desktop.status;

import org.jspecify.annotations.Nullable;

/**
 * What the status line says.
 *
 * @param engine model and device
 * @param database the newsroom's database
 * @param autoMark the job
 * @param http trouble with health and API; null when there is none
 */
public record StatusLine(
        Chip engine, Chip database, Chip autoMark, @Nullable Chip http) {}
