package io.cleanplate.imaging;

import io.cleanplate.error.InputException;
import org.jspecify.annotations.Nullable;

/**
 * How a picture is to be stored.
 *
 * @param format the format wanted; null for the one that it came in (PNG where that one is only read)
 * @param quality 1 (worst) to 100 (best) for JPEG and lossy WebP; null for the source's own quality
 */
public record OutputOptions(
        @Nullable Format format, @Nullable Integer quality) {
    /** As the picture came, in format and quality. */
    public static final OutputOptions SAME = new OutputOptions(null, null);

    /**
     * Checks what a person asked for.
     *
     * @throws InputException when the format is only read or the quality is not 1 to 100
     */
    public OutputOptions {
        if (format != null && !format.writable()) {
            throw new InputException(format + " is read but not written: choose jpeg, png, webp or tiff.");
        }
        if (quality != null && (quality < 1 || quality > 100)) {
            throw new InputException("The quality " + quality + " is not between 1 and 100.");
        }
    }

    /** The format that a picture which came in {@code source} is stored in. */
    public Format formatFor(Format source) {
        if (format != null) {
            return format;
        }
        return source.writable() ? source : Format.PNG;
    }
}
