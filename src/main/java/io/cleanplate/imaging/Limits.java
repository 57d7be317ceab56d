package io.cleanplate.imaging;

import java.util.Locale;

/**
 * How large a picture may be, checked before it is decoded.
 *
 * @param maxPixels most pixels, at least 1
 * @param maxFileBytes most bytes of the file, at least 1
 */
public record Limits(long maxPixels, long maxFileBytes) {
    /** 150 megapixels, 200 MB. */
    public static final Limits DEFAULT = new Limits(150_000_000L, 200_000_000L);

    /** The longest array that every JVM allocates, less what an object's header takes. */
    private static final long MAX_ARRAY = Integer.MAX_VALUE - 16L;

    private static final double MILLION = 1e6;

    void requireFile(long bytes) throws BadPictureException {
        if (bytes > maxFileBytes) {
            throw new BadPictureException(String.format(
                    Locale.ROOT,
                    "has %s MB, more than the limit of %s MB; raise it with --max-file-size %.0f.",
                    tenths((double) bytes),
                    tenths((double) maxFileBytes),
                    Math.ceil(bytes / MILLION)));
        }
    }

    /** Checks a size read from a header, with as many bytes a pixel as decoding takes in one array. */
    void requirePixels(long width, long height, int bytesPerPixel) throws BadPictureException {
        if (width < 1 || height < 1) {
            throw BadPictureException.damaged("its size is " + width + " x " + height + " pixels");
        }
        // Both sides have at most 32 bits, so the product can pass a long's range: compare by division first.
        if (width > maxPixels / height) {
            double pixels = (double) width * height;
            throw new BadPictureException(String.format(
                    Locale.ROOT,
                    "has %d x %d = %s megapixels, more than the limit of %s; raise it with --max-pixels %.0f.",
                    width,
                    height,
                    tenths(pixels),
                    tenths((double) maxPixels),
                    Math.ceil(pixels / MILLION)));
        }
        if (width * height > MAX_ARRAY / bytesPerPixel) {
            throw new BadPictureException(String.format(
                    Locale.ROOT,
                    "has %d x %d pixels of %d bytes, more than the 2147 MB that one picture can take in memory.",
                    width,
                    height,
                    bytesPerPixel));
        }
    }

    private static String tenths(double value) {
        String text = String.format(Locale.ROOT, "%.1f", Math.ceil(value / MILLION * 10) / 10);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
