package io.cleanplate.cleaning.edit;

import io.cleanplate.imaging.Pixels;

/**
 * What came of a removal, ready to be shown. Immutable.
 *
 * @param removal what was asked for
 * @param pixels its picture, changed under its mask only
 */
public record Removed(Removal removal, Pixels pixels) {}
