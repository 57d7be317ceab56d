package io.cleanplate.imaging;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;

/** Builds PNG files chunk by chunk, for tests. Used by one thread. */
final class PngBytes {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private PngBytes() {}

    static PngBytes of(int width, int height, int depth, int colorType) {
        PngBytes png = new PngBytes();
        png.bytes.writeBytes("\u0089PNG\r\n\u001A\n".getBytes(StandardCharsets.ISO_8859_1));
        return png.chunk(
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put((byte) depth)
                        .put((byte) colorType)
                        .array());
    }

    PngBytes chunk(String type, byte... contents) {
        bytes.writeBytes(PngChunks.chunk(type, contents));
        return this;
    }

    /** The picture's rows, each behind its filter byte. */
    PngBytes data(int... rows) {
        byte[] plain = new byte[rows.length];
        for (int i = 0; i < rows.length; i++) {
            plain[i] = (byte) rows[i];
        }
        return chunk("IDAT", deflated(plain));
    }

    static byte[] deflated(byte[] plain) {
        Deflater deflater = new Deflater();
        deflater.setInput(plain);
        deflater.finish();
        byte[] packed = new byte[plain.length + 100];
        int length = deflater.deflate(packed);
        deflater.end();
        return java.util.Arrays.copyOf(packed, length);
    }

    byte[] file() {
        return chunk("IEND").bytes.toByteArray();
    }
}
