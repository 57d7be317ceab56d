package io.cleanplate.imaging;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The segments of a JPEG that come before its tables: metadata, profile, density. */
final class JpegHeader {
    /** A segment's length has 16 bits and counts itself. */
    private static final int MOST = 65533;

    private static final int ICC_PIECE = 65519;
    private static final int MOST_PIECES = 255;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Lost lost = new Lost(Format.JPEG);

    private JpegHeader() {}

    /** The bytes that follow the first marker; notices takes a sentence on blocks that do not fit into segments. */
    static byte[] of(Picture picture, List<String> notices) {
        JpegHeader header = new JpegHeader();
        Metadata metadata = picture.metadata();
        byte[] exif = ExifBlock.toWrite(metadata);
        if (exif == null) {
            // Old readers take a picture for RGB that has neither JFIF nor EXIF; the two exclude each other by the
            // book.
            header.segment(
                    JpegSegments.APP0,
                    JpegMetadata.JFIF,
                    jfif(picture.encoding().density()));
        } else {
            header.single("EXIF", JpegSegments.APP1, JpegMetadata.EXIF, exif);
        }
        Block xmp = metadata.xmp();
        if (xmp != null) {
            header.single("XMP", JpegSegments.APP1, JpegMetadata.XMP, xmp.bytes());
        }
        Block iptc = metadata.iptc();
        if (iptc != null) {
            header.pieces(PhotoshopResources.withoutThumbnail(iptc));
        }
        Block icc = metadata.icc();
        if (icc != null) {
            header.profile(icc.bytes());
        }
        String comment = metadata.comment();
        if (comment != null) {
            header.single("comment", JpegSegments.COM, "", comment.getBytes(StandardCharsets.UTF_8));
        }
        header.lost.tell(notices);
        return header.bytes.toByteArray();
    }

    private static byte[] jfif(@Nullable Density density) {
        boolean fits = density != null && density.x() < 65535.5 && density.y() < 65535.5;
        ByteBuffer jfif = ByteBuffer.allocate(9).put((byte) 1).put((byte) 2);
        if (density != null && fits) {
            jfif.put((byte) density.unit().jfif());
            jfif.putShort((short) Math.round(density.x())).putShort((short) Math.round(density.y()));
        } else {
            jfif.put((byte) 0).putShort((short) 1).putShort((short) 1);
        }
        return jfif.array();
    }

    private void single(String name, int marker, String prefix, byte[] contents) {
        boolean fits = prefix.length() + contents.length <= MOST;
        lost.add("the " + name + " (longer than a segment)", !fits);
        if (fits) {
            segment(marker, prefix, contents);
        }
    }

    private void pieces(byte[] resources) {
        int size = MOST - JpegMetadata.IPTC.length();
        for (int from = 0; from < resources.length; from += size) {
            byte[] piece = Arrays.copyOfRange(resources, from, Math.min(resources.length, from + size));
            segment(JpegSegments.APP13, JpegMetadata.IPTC, piece);
        }
    }

    private void profile(byte[] icc) {
        int count = Math.ceilDiv(icc.length, ICC_PIECE);
        lost.add("the colour profile (longer than 255 segments)", count > MOST_PIECES);
        for (int i = 0; i < count && count <= MOST_PIECES; i++) {
            int from = i * ICC_PIECE;
            int length = Math.min(ICC_PIECE, icc.length - from);
            byte[] piece = ByteBuffer.allocate(2 + length)
                    .put((byte) (i + 1))
                    .put((byte) count)
                    .put(icc, from, length)
                    .array();
            segment(JpegSegments.APP2, JpegMetadata.ICC, piece);
        }
    }

    private void segment(int marker, String prefix, byte[] contents) {
        int length = 2 + prefix.length() + contents.length;
        bytes.writeBytes(new byte[] {(byte) 0xFF, (byte) marker, (byte) (length >> 8), (byte) length});
        bytes.writeBytes(prefix.getBytes(StandardCharsets.ISO_8859_1));
        bytes.writeBytes(contents);
    }
}
