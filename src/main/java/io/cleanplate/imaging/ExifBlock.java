package io.cleanplate.imaging;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is read from an EXIF block, and the little that is changed in one. A broken block is carried along unread. */
final class ExifBlock {
    /** What stands before the block in a JPEG, and by mistake in some PNG and WebP files. */
    static final byte[] JPEG_PREFIX = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);

    private static final int ORIENTATION = 0x0112;
    private static final int SHORT = 3;

    private ExifBlock() {}

    /** The block without a JPEG's prefix, should it stand there. */
    static Block of(byte[] bytes) {
        boolean prefixed = bytes.length >= JPEG_PREFIX.length
                && Arrays.equals(bytes, 0, JPEG_PREFIX.length, JPEG_PREFIX, 0, JPEG_PREFIX.length);
        return new Block(prefixed ? Arrays.copyOfRange(bytes, JPEG_PREFIX.length, bytes.length) : bytes);
    }

    /** The orientation that the block tells; upright when it tells none that can be read. */
    static Orientation orientation(Block exif) {
        List<TiffDirectory> directories = TiffDirectory.all(exif.bytes());
        return directories.isEmpty()
                ? Orientation.UPRIGHT
                : Orientation.ofExif((int) directories.getFirst().number(ORIENTATION, 1));
    }

    /**
     * The block's bytes with the thumbnail taken out of the chain: it shows the picture as it was before the mark was
     * removed. Only the pointer to the second directory (Exif 2.32, section 4.5.7) becomes 0, so that nothing moves and
     * every other byte, maker notes too, stays as it was.
     */
    static byte[] withoutThumbnail(Block exif) {
        byte[] bytes = exif.bytes();
        List<TiffDirectory> directories = TiffDirectory.all(bytes);
        if (directories.size() > 1) {
            int at = directories.getFirst().nextPointer();
            Arrays.fill(bytes, at, at + 4, (byte) 0);
        }
        return bytes;
    }

    /** The bytes of the block that a new file gets: the picture's own, else the orientation alone; null without need. */
    static byte @Nullable [] toWrite(Metadata metadata) {
        Block exif = metadata.exif();
        if (exif != null) {
            return withoutThumbnail(exif);
        }
        Orientation orientation = metadata.orientation();
        return orientation == Orientation.UPRIGHT
                ? null
                : ofOrientation(orientation).bytes();
    }

    /** The smallest block: one directory with the orientation only. */
    static Block ofOrientation(Orientation orientation) {
        ByteBuffer block = ByteBuffer.allocate(26).order(ByteOrder.BIG_ENDIAN);
        block.put((byte) 'M').put((byte) 'M').putShort((short) 42).putInt(8);
        block.putShort((short) 1);
        block.putShort((short) ORIENTATION).putShort((short) SHORT).putInt(1);
        block.putShort((short) orientation.exif()).putShort((short) 0);
        return new Block(block.array());
    }
}
