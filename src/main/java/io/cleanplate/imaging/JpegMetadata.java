package io.cleanplate.imaging;

import io.cleanplate.imaging.JpegSegments.Segment;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a JPEG's segments tell beside the picture: EXIF and XMP in APP1, ICC profiles in pieces in APP2 (ICC.1, annex B),
 * IPTC in pieces in APP13, comments.
 */
final class JpegMetadata {
    static final String EXIF = "Exif\0\0";
    static final String XMP = "http://ns.adobe.com/xap/1.0/\0";
    static final String ICC = "ICC_PROFILE\0";
    static final String IPTC = "Photoshop 3.0\0";
    static final String JFIF = "JFIF\0";
    private static final String EXTENDED_XMP = "http://ns.adobe.com/xmp/extension/\0";
    private static final String MULTI_PICTURE = "MPF\0";

    private final JpegSegments segments;

    JpegMetadata(JpegSegments segments) {
        this.segments = segments;
    }

    /** The metadata; notices takes one sentence for each thing that is not carried along. */
    Metadata read(List<String> notices) {
        Block exif = first(JpegSegments.APP1, EXIF);
        List<String> comments = segments.contents(JpegSegments.COM, "").stream()
                .map(Texts::decode)
                .toList();
        List<byte[]> iptc = segments.contents(JpegSegments.APP13, IPTC);
        noticeLost(notices);
        return new Metadata(
                exif,
                first(JpegSegments.APP1, XMP),
                iptc.isEmpty() ? null : new Block(join(iptc)),
                icc(notices),
                comments.isEmpty() ? null : String.join("\n", comments),
                exif == null ? Orientation.UPRIGHT : ExifBlock.orientation(exif));
    }

    /** The JFIF segment's density (JFIF 1.02); null without one. */
    @Nullable
    Density density() {
        return segments.contents(JpegSegments.APP0, JFIF).stream()
                .filter(jfif -> jfif.length >= 7)
                .map(jfif -> {
                    ByteBuffer data = ByteBuffer.wrap(jfif);
                    return new Density(
                            data.getShort(3) & 0xFFFF, data.getShort(5) & 0xFFFF, Density.Unit.ofJfif(jfif[2]));
                })
                .filter(Density::isUsable)
                .findFirst()
                .orElse(null);
    }

    private @Nullable Block first(int marker, String prefix) {
        List<byte[]> found = segments.contents(marker, prefix);
        return found.isEmpty() ? null : new Block(found.getFirst());
    }

    private @Nullable Block icc(List<String> notices) {
        TreeMap<Integer, byte[]> pieces = new TreeMap<>();
        int count = 0;
        for (byte[] piece : segments.contents(JpegSegments.APP2, ICC)) {
            if (piece.length > 2) {
                pieces.putIfAbsent(piece[0] & 0xFF, piece);
                count = piece[1] & 0xFF;
            }
        }
        if (pieces.isEmpty()) {
            return null;
        }
        if (pieces.size() != count || pieces.firstKey() != 1 || pieces.lastKey() != count) {
            notices.add("The colour profile is incomplete in the file and was left out.");
            return null;
        }
        ByteArrayOutputStream profile = new ByteArrayOutputStream();
        pieces.values().forEach(piece -> profile.write(piece, 2, piece.length - 2));
        return new Block(profile.toByteArray());
    }

    private void noticeLost(List<String> notices) {
        if (any(JpegSegments.APP1, EXTENDED_XMP)) {
            notices.add("The extended part of the XMP metadata (beyond 64 KB) was not kept.");
        }
        if (any(JpegSegments.APP2, MULTI_PICTURE)) {
            notices.add("The further pictures in the file (MPF) were not kept.");
        } else if (segments.trailingBytes() > 0) {
            notices.add("The " + segments.trailingBytes() + " bytes behind the picture's end were not kept.");
        }
        if (any(JpegSegments.APP11, "JP")) {
            notices.add("The content credentials (C2PA) were not kept: they vouch for the unchanged picture only.");
        }
        if (segments.contents(JpegSegments.APP1, EXIF).size() > 1) {
            notices.add("Only the first of several EXIF blocks was kept.");
        }
        List<String> unknown = new ArrayList<>();
        for (Segment segment : segments.all()) {
            if (segment.isApplicationData() && !isKnown(segment)) {
                unknown.add("APP" + (segment.marker() - JpegSegments.APP0));
            }
        }
        if (!unknown.isEmpty()) {
            String names = String.join(", ", unknown.stream().distinct().toList());
            notices.add("Data of a maker's own (" + names + ") were not kept.");
        }
    }

    private boolean isKnown(Segment segment) {
        return switch (segment.marker()) {
            case JpegSegments.APP0, JpegSegments.APP11, JpegSegments.APP14 -> true;
            case JpegSegments.APP1 ->
                segments.begins(segment, EXIF)
                        || segments.begins(segment, XMP)
                        || segments.begins(segment, EXTENDED_XMP);
            case JpegSegments.APP2 -> segments.begins(segment, ICC) || segments.begins(segment, MULTI_PICTURE);
            case JpegSegments.APP12 -> segments.begins(segment, "Ducky"); // an old exporter's quality setting
            case JpegSegments.APP13 -> segments.begins(segment, IPTC);
            default -> false;
        };
    }

    private boolean any(int marker, String prefix) {
        return !segments.contents(marker, prefix).isEmpty();
    }

    private static byte[] join(List<byte[]> parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        parts.forEach(all::writeBytes);
        return all.toByteArray();
    }
}
