package io.cleanplate.imaging;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageWriter;
import javax.imageio.spi.ImageWriterSpi;
import org.jspecify.annotations.Nullable;

/** Writes PNG, grey or RGB, 8 or 16 bits, with or without alpha: what goes in comes out. */
final class PngEncoder implements PictureEncoder {
    private static final Set<String> PICTURE = Set.of("IHDR", "IDAT", "IEND");
    private static final int CM_PER_METRE = 100;

    private final ImageWriterSpi codec = Codecs.jdkWriter("png.PNGImageWriterSpi");

    @Override
    public byte[] encode(Picture picture, @Nullable Integer quality, List<String> notices) throws IOException {
        ImageWriter writer = codec.createWriterInstance();
        byte[] bare = Codecs.write(writer, PixelImages.of(picture.pixels()), null, writer.getDefaultWriteParam());
        Lost lost = new Lost(Format.PNG);
        lost.add("the IPTC records", picture.metadata().iptc() != null);
        lost.tell(notices);
        return PngChunks.parse(bare).rebuilt(ancillary(picture), chunk -> PICTURE.contains(chunk.type()));
    }

    private static byte[] ancillary(Picture picture) throws IOException {
        Metadata metadata = picture.metadata();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Block icc = metadata.icc();
        if (icc != null) {
            byte[] name = "ICC profile\0\0".getBytes(StandardCharsets.ISO_8859_1); // a name, then compression method 0
            bytes.writeBytes(PngChunks.chunk("iCCP", join(name, deflated(icc.bytes()))));
        }
        Density density = picture.encoding().density();
        if (density != null) {
            bytes.writeBytes(PngChunks.chunk("pHYs", physical(density.inCentimetres())));
        }
        byte[] exif = ExifBlock.toWrite(metadata);
        if (exif != null) {
            bytes.writeBytes(PngChunks.chunk("eXIf", exif));
        }
        Block xmp = metadata.xmp();
        if (xmp != null) {
            bytes.writeBytes(international(PngMetadata.XMP, xmp.bytes()));
        }
        String comment = metadata.comment();
        if (comment != null) {
            bytes.writeBytes(comment(comment));
        }
        return bytes.toByteArray();
    }

    private static byte[] comment(String comment) {
        // tEXt holds Latin-1, which some readers take for UTF-8: what both write alike goes there, the rest into iTXt.
        if (StandardCharsets.US_ASCII.newEncoder().canEncode(comment)) {
            byte[] text = (PngMetadata.COMMENT + "\0" + comment).getBytes(StandardCharsets.US_ASCII);
            return PngChunks.chunk("tEXt", text);
        }
        return international(PngMetadata.COMMENT, comment.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] international(String keyword, byte[] text) {
        // Keyword, not compressed (two zeros), no language, no translated keyword.
        byte[] head = (keyword + "\0\0\0\0\0").getBytes(StandardCharsets.ISO_8859_1);
        return PngChunks.chunk("iTXt", join(head, text));
    }

    private static byte[] physical(Density density) {
        boolean hasLength = density.unit() == Density.Unit.CENTIMETRE;
        int factor = hasLength ? CM_PER_METRE : 1;
        return ByteBuffer.allocate(9)
                .putInt((int) Math.round(density.x() * factor))
                .putInt((int) Math.round(density.y() * factor))
                .put((byte) (hasLength ? 1 : 0))
                .array();
    }

    private static byte[] deflated(byte[] bytes) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        Deflater deflater = new Deflater();
        try (DeflaterOutputStream output = new DeflaterOutputStream(compressed, deflater)) {
            output.write(bytes);
        } finally {
            deflater.end();
        }
        return compressed.toByteArray();
    }

    private static byte[] join(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }
}
