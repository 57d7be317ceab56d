package io.cleanplate.imaging;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The chunks of a WebP file (RFC 9649, sections 2.3 to 2.7). */
final class RiffChunks {
    private static final int HEADER = 12;
    private static final int FRAME_BYTES = 8;

    private final byte[] file;
    private final List<Chunk> chunks;
    private final boolean whole;

    private RiffChunks(byte[] file, List<Chunk> chunks, boolean whole) {
        this.file = file;
        this.chunks = List.copyOf(chunks);
        this.whole = whole;
    }

    /** One chunk's four letters and where its contents lie; the last one of a cut file ends where the file does. */
    record Chunk(String type, int start, int end) {}

    static RiffChunks parse(byte[] file) {
        ByteBuffer data = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        long end = FRAME_BYTES + (data.getInt(4) & 0xFFFF_FFFFL);
        List<Chunk> chunks = new ArrayList<>();
        long at = HEADER;
        while (at + FRAME_BYTES <= Math.min(end, file.length)) {
            int start = (int) at + FRAME_BYTES;
            long length = data.getInt((int) at + 4) & 0xFFFF_FFFFL;
            String type = new String(file, (int) at, 4, StandardCharsets.ISO_8859_1);
            chunks.add(new Chunk(type, start, (int) Math.min(file.length, start + length)));
            at = start + length + length % 2;
        }
        // Some writers leave out the last chunk's padding byte, so only what is missing of its contents counts.
        return new RiffChunks(file, chunks, end <= file.length + 1L && at <= file.length + 1L);
    }

    void requireWhole() throws BadPictureException {
        if (!whole) {
            throw BadPictureException.cutShort();
        }
    }

    /** Whether a chunk of the type is there. */
    boolean has(String type) {
        return chunks.stream().anyMatch(chunk -> chunk.type.equals(type));
    }

    /** The contents of the first chunk of the type. */
    Optional<byte[]> first(String type) {
        return chunks.stream()
                .filter(chunk -> chunk.type.equals(type))
                .findFirst()
                .map(chunk -> Arrays.copyOfRange(file, chunk.start, chunk.end));
    }

    /** The types of all chunks. */
    List<String> types() {
        return chunks.stream().map(Chunk::type).toList();
    }

    /** A file of chunks, built up in order. Used by one thread. */
    static final class Builder {
        private final ByteArrayOutputStream body = new ByteArrayOutputStream();

        /** Adds a chunk. */
        Builder add(String type, byte[] contents) {
            ByteBuffer frame = ByteBuffer.allocate(FRAME_BYTES).order(ByteOrder.LITTLE_ENDIAN);
            frame.put(type.getBytes(StandardCharsets.ISO_8859_1)).putInt(contents.length);
            body.writeBytes(frame.array());
            body.writeBytes(contents);
            if (contents.length % 2 == 1) {
                body.write(0);
            }
            return this;
        }

        /** The file. */
        byte[] file() {
            ByteBuffer file = ByteBuffer.allocate(HEADER + body.size()).order(ByteOrder.LITTLE_ENDIAN);
            file.put("RIFF".getBytes(StandardCharsets.ISO_8859_1)).putInt(4 + body.size());
            file.put("WEBP".getBytes(StandardCharsets.ISO_8859_1)).put(body.toByteArray());
            return file.array();
        }
    }
}
