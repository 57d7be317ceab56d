package io.cleanplate.watermark;

import java.nio.file.Path;

/**
 * A profile on disk.
 *
 * @param file where it lies
 * @param profile what it says
 */
public record ProfileFile(Path file, Profile profile) {}
