package io.cleanplate.watermark;

/**
 * A profile's mark in a picture.
 *
 * @param placement where, and how strong
 * @param score how sure it is that this mark is there, 0 to 1
 */
public record Found(Placement placement, double score) {}
