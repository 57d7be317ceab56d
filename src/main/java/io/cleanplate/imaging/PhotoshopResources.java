package io.cleanplate.imaging;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Photoshop image resources, the envelope of IPTC records in JPEG and TIFF (Adobe Photoshop File Formats, "Image
 * Resources Section"): each is {@code 8BIM}, a number, a padded name, a length and padded data.
 */
final class PhotoshopResources {
    private static final int IPTC = 0x0404;
    private static final int OLD_THUMBNAIL = 0x0409;
    private static final int THUMBNAIL = 0x040C;

    private PhotoshopResources() {}

    /** One resource: its number, where it begins and ends, where its data lie. */
    private record Resource(int id, int start, int end, int dataStart, int dataEnd) {}

    /** IPTC records put into an envelope of their own. */
    static Block wrap(byte[] iptc) {
        ByteBuffer buffer = ByteBuffer.allocate(12 + iptc.length + iptc.length % 2);
        buffer.put("8BIM".getBytes(StandardCharsets.US_ASCII)).putShort((short) IPTC);
        buffer.putShort((short) 0).putInt(iptc.length).put(iptc);
        return new Block(buffer.array());
    }

    /** The IPTC records inside; none when the resources hold none or cannot be read. */
    static Optional<byte[]> iptc(Block resources) {
        byte[] bytes = resources.bytes();
        return parse(bytes).stream()
                .filter(resource -> resource.id == IPTC)
                .findFirst()
                .map(resource -> Arrays.copyOfRange(bytes, resource.dataStart, resource.dataEnd));
    }

    /** The same bytes less Photoshop's thumbnails, which show the picture as it was before the mark was removed. */
    static byte[] withoutThumbnail(Block resources) {
        byte[] bytes = resources.bytes();
        ByteArrayOutputStream kept = new ByteArrayOutputStream(bytes.length);
        int done = 0;
        for (Resource resource : parse(bytes)) {
            if (resource.id == THUMBNAIL || resource.id == OLD_THUMBNAIL) {
                kept.write(bytes, done, resource.start - done);
                done = resource.end;
            }
        }
        kept.write(bytes, done, bytes.length - done);
        return kept.toByteArray();
    }

    private static List<Resource> parse(byte[] bytes) {
        List<Resource> found = new ArrayList<>();
        ByteBuffer data = ByteBuffer.wrap(bytes);
        int at = 0;
        while (at + 12 <= bytes.length && data.getInt(at) == 0x3842494D) {
            int nameBytes = (data.get(at + 6) & 0xFF) + 1;
            int size = at + 6 + nameBytes + nameBytes % 2;
            if (size + 4 > bytes.length) {
                break;
            }
            int length = data.getInt(size);
            if (length < 0 || length > bytes.length - size - 4) {
                break;
            }
            int end = Math.min(bytes.length, size + 4 + length + length % 2);
            found.add(new Resource(data.getShort(at + 4) & 0xFFFF, at, end, size + 4, size + 4 + length));
            at = end;
        }
        return found;
    }
}
