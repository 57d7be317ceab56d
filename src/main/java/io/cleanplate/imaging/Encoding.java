package io.cleanplate.imaging;

import org.jspecify.annotations.Nullable;

/**
 * How a file stored its picture.
 *
 * @param format the format found in the file itself, whatever its name says
 * @param jpeg the quantisation and sampling of a JPEG, null for other formats
 * @param lossless whether nothing was lost in storing (always for PNG, BMP and GIF; WebP and TIFF may go either way)
 * @param density the size in print that JFIF, PNG's pHYs or TIFF's tags name outside the EXIF block; null without one
 */
public record Encoding(
        Format format,
        @Nullable JpegEncoding jpeg,
        boolean lossless,
        @Nullable Density density) {
    /** Without a density. */
    public Encoding(Format format, @Nullable JpegEncoding jpeg, boolean lossless) {
        this(format, jpeg, lossless, null);
    }
}
