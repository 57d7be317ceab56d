package io.cleanplate.imaging;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.zip.CRC32;

/** The chunks of a PNG file (PNG third edition, section 5). */
final class PngChunks {
    static final int SIGNATURE = 8;
    private static final int FRAME_BYTES = 12;

    private final byte[] file;
    private final List<Chunk> chunks;
    private final boolean whole;

    private PngChunks(byte[] file, List<Chunk> chunks, boolean whole) {
        this.file = file;
        this.chunks = List.copyOf(chunks);
        this.whole = whole;
    }

    /** One chunk from its length to its checksum. */
    record Chunk(String type, int start, int end) {
        /** Whether the picture cannot be shown without it. */
        boolean isCritical() {
            return Character.isUpperCase(type.charAt(0));
        }
    }

    /** Finds the chunks up to the end chunk or to where the file is cut off. */
    static PngChunks parse(byte[] file) {
        ByteBuffer data = ByteBuffer.wrap(file);
        List<Chunk> chunks = new ArrayList<>();
        int at = SIGNATURE;
        while (at + FRAME_BYTES <= file.length) {
            int length = data.getInt(at);
            if (length < 0 || length > file.length - at - FRAME_BYTES) {
                break;
            }
            String type = new String(file, at + 4, 4, StandardCharsets.ISO_8859_1);
            chunks.add(new Chunk(type, at, at + FRAME_BYTES + length));
            at += FRAME_BYTES + length;
            if (type.equals("IEND")) {
                return new PngChunks(file, chunks, true);
            }
        }
        return new PngChunks(file, chunks, false);
    }

    /** Refuses a file without its end or with a critical chunk whose checksum is wrong. */
    void requireWhole() throws BadPictureException {
        if (!whole) {
            throw BadPictureException.cutShort();
        }
        for (Chunk chunk : chunks) {
            if (chunk.isCritical() && !isIntact(chunk)) {
                throw BadPictureException.damaged("the checksum of its " + chunk.type + " chunk is wrong");
            }
        }
    }

    /** Whether the chunk's checksum fits its bytes. */
    boolean isIntact(Chunk chunk) {
        CRC32 crc = new CRC32();
        crc.update(file, chunk.start + 4, chunk.end - chunk.start - 8);
        return (int) crc.getValue() == ByteBuffer.wrap(file).getInt(chunk.end - 4);
    }

    List<Chunk> all() {
        return chunks;
    }

    /** The contents of the first chunk of a type. */
    Optional<byte[]> first(String type) {
        return chunks.stream()
                .filter(chunk -> chunk.type.equals(type))
                .findFirst()
                .map(this::contents);
    }

    byte[] contents(Chunk chunk) {
        return Arrays.copyOfRange(file, chunk.start + 8, chunk.end - 4);
    }

    /** The file with new bytes behind its header chunk and only the chunks that match. */
    byte[] rebuilt(byte[] inserted, Predicate<Chunk> kept) {
        ByteArrayOutputStream rebuilt = new ByteArrayOutputStream(file.length + inserted.length);
        rebuilt.write(file, 0, SIGNATURE);
        for (Chunk chunk : chunks) {
            if (kept.test(chunk)) {
                rebuilt.write(file, chunk.start, chunk.end - chunk.start);
            }
            if (chunk.type.equals("IHDR")) {
                rebuilt.writeBytes(inserted);
            }
        }
        return rebuilt.toByteArray();
    }

    /** The bytes of a new chunk. */
    static byte[] chunk(String type, byte[] contents) {
        ByteBuffer chunk = ByteBuffer.allocate(contents.length + FRAME_BYTES);
        chunk.putInt(contents.length)
                .put(type.getBytes(StandardCharsets.ISO_8859_1))
                .put(contents);
        CRC32 crc = new CRC32();
        crc.update(chunk.array(), 4, contents.length + 4);
        return chunk.putInt((int) crc.getValue()).array();
    }
}
