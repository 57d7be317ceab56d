package io.cleanplate.imaging;

/**
 * How large a picture may be, checked before it is decoded.
 *
 * @param maxPixels most pixels, at least 1
 * @param maxFileBytes most bytes of the file, at least 1
 */
public record Limits(long maxPixels, long maxFileBytes) {
    /** 150 megapixels, 200 MB. */
    public static final Limits DEFAULT = new Limits(150_000_000L, 200_000_000L);
}
