package io.cleanplate.newsroom;

import org.jspecify.annotations.Nullable;

/**
 * What an editor hands on: can be read by those downstream before it is marked.
 *
 * @param path path or URL of the saved file
 * @param editor who cleaned it
 * @param sha256 the file's checksum, lower-case hexadecimal
 * @param model the model that was used; null when none was
 */
public record CleanedPicture(
        String path, String editor, String sha256, @Nullable String model) {}
