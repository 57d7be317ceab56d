package io.cleanplate.imaging;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * What a WebP file says of its picture before it is decoded.
 *
 * @param width columns, at most 16384
 * @param height rows, at most 16384
 * @param lossless whether it is coded without loss (VP8L)
 */
record WebpHeader(int width, int height, boolean lossless) {
    private static final int SIDE_BITS = 14;
    private static final int SIDE = (1 << SIDE_BITS) - 1;
    private static final int LOSSY_BYTES = 10;
    private static final int LOSSLESS_BYTES = 5;

    static WebpHeader of(RiffChunks chunks) throws BadPictureException {
        byte[] lossless = chunks.first("VP8L").orElse(new byte[0]);
        if (lossless.length >= LOSSLESS_BYTES && lossless[0] == 0x2F) {
            // RFC 9649, section 3.4: 14 bits for each side less one, least significant bit first.
            int sides = little(lossless).getInt(1);
            return new WebpHeader((sides & SIDE) + 1, (sides >>> SIDE_BITS & SIDE) + 1, true);
        }
        byte[] lossy = chunks.first("VP8 ").orElse(new byte[0]);
        if (lossy.length >= LOSSY_BYTES) {
            // RFC 6386, section 9.1: a frame tag and a start code of three bytes each, then the sides.
            ByteBuffer data = little(lossy);
            return new WebpHeader(data.getShort(6) & SIDE, data.getShort(8) & SIDE, false);
        }
        throw chunks.has("VP8 ") || chunks.has("VP8L")
                ? BadPictureException.damaged("its picture has no header")
                : BadPictureException.cutShort();
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
