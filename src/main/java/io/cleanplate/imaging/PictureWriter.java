package io.cleanplate.imaging;

import io.cleanplate.error.InputException;
import io.cleanplate.error.UnavailableException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Encodes pictures as JPEG, PNG, WebP or TIFF with all metadata that the format can hold; what it cannot hold is named
 * in a notice. Thumbnails inside EXIF and Photoshop blocks are left out, since they show the picture as it was before.
 * The same picture and options give the same bytes. Thread-safe.
 */
public final class PictureWriter {
    private final Map<Format, PictureEncoder> encoders = new EnumMap<>(Format.class);

    /** With the codecs of this machine. */
    public PictureWriter() {
        encoders.put(Format.JPEG, new JpegEncoder());
        encoders.put(Format.PNG, new PngEncoder());
        encoders.put(Format.WEBP, new WebpEncoder());
        encoders.put(Format.TIFF, new TiffEncoder());
    }

    /**
     * Encodes a picture. Without a format it keeps its own, or becomes PNG where that is only read. Without a quality,
     * JPEG from a JPEG takes over the source's quantisation, sampling and progressive order, JPEG from anything else has
     * quality 95 without subsampling; WebP from a lossless source is lossless, from a lossy one has quality 90. PNG and
     * TIFF are always lossless.
     *
     * @throws InputException when the format cannot hold a picture of this size
     * @throws UnavailableException when memory does not suffice
     */
    public Encoded encode(Picture picture, OutputOptions options) {
        List<String> notices = new ArrayList<>();
        Format source = picture.encoding().format();
        Format format = options.formatFor(source);
        if (options.format() == null && format != source) {
            notices.add(source + " is read but not written: the picture became a " + format + ".");
        }
        PictureEncoder encoder = encoders.get(format);
        if (encoder == null) {
            throw new IllegalStateException("no encoder for " + format);
        }
        try {
            return new Encoded(encoder.encode(picture, options.quality(), notices), format, notices);
        } catch (BadPictureException e) {
            throw new InputException("The picture " + e.getMessage(), e);
        } catch (IOException e) {
            throw new IllegalStateException("encoding " + format + " into memory failed", e);
        } catch (OutOfMemoryError e) {
            throw new UnavailableException(
                    "The picture could not be encoded as " + format
                            + ", for it does not fit into memory: give the program more (-Xmx).",
                    e);
        }
    }
}
