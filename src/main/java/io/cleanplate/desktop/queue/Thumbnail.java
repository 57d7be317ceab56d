package io.cleanplate.desktop.queue;

import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;

/**
 * A small picture for a row, or why there is none.
 *
 * @param image the picture; null when it could not be loaded
 * @param failure one sentence; empty when there is a picture
 */
public record Thumbnail(@Nullable Image image, String failure) {}
