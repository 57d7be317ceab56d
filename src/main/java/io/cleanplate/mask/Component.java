package io.cleanplate.mask;

import io.cleanplate.imaging.Rect;

/**
 * Masked pixels that hang together, diagonals included (8-connected).
 *
 * @param bounds the smallest rectangle that holds them
 * @param area how many there are, at least 1
 * @param firstX column of the leftmost pixel of their topmost row
 * @param firstY their topmost row
 */
public record Component(Rect bounds, long area, int firstX, int firstY) {}
