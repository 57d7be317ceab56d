package io.cleanplate.imaging;

import org.jspecify.annotations.Nullable;

/**
 * How a file stored its picture.
 *
 * @param format the format found in the file itself, whatever its name says
 * @param jpeg the quantisation and sampling of a JPEG, null for other formats
 * @param lossless whether nothing was lost in storing (always for PNG, BMP and GIF; WebP may go either way)
 */
public record Encoding(Format format, @Nullable JpegEncoding jpeg, boolean lossless) {}
