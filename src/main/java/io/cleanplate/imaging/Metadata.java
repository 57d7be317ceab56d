package io.cleanplate.imaging;

import org.jspecify.annotations.Nullable;

/**
 * What a file tells about its picture, as blocks that no format owns: a reader takes them out of its container, a writer
 * puts them into its own byte for byte. A null block means the file had none.
 *
 * @param exif a TIFF structure as in a JPEG's APP1 segment behind {@code Exif\0\0} (Exif 2.32, section 4.5)
 * @param xmp an XMP packet, UTF-8 (ISO 16684-1)
 * @param iptc IPTC-NAA records in Photoshop image resources as in a JPEG's APP13 segment behind {@code Photoshop 3.0\0}
 * @param icc the colour profile that the samples are meant in (ICC.1)
 * @param comment a plain comment
 * @param orientation how the stored pixels are turned to be seen upright; what the EXIF block says where there is one
 */
public record Metadata(
        @Nullable Block exif,
        @Nullable Block xmp,
        @Nullable Block iptc,
        @Nullable Block icc,
        @Nullable String comment,
        Orientation orientation) {
    /** No metadata at all. */
    public static final Metadata NONE = new Metadata(null, null, null, null, null, Orientation.UPRIGHT);
}
