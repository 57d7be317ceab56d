package io.cleanplate.watermark;

import io.cleanplate.imaging.Pixels;

/**
 * A picture of which it is known where a profile's mark lies: an editor accepted it there, or moved it there.
 *
 * @param upright the picture as it was published
 * @param placement where the mark lies in it, and how strong
 */
public record Seen(Pixels upright, Placement placement) {}
