package io.cleanplate.imaging;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Builds TIFF structures byte by byte, for tests. Used by one thread. */
final class TiffBytes {
    private final ByteOrder order;
    private final Map<Integer, Entry> entries = new TreeMap<>();
    private @Nullable TiffBytes next;
    private byte[] strip = new byte[0];

    private record Entry(int type, int count, Block value) {}

    TiffBytes(boolean littleEndian) {
        this.order = littleEndian ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    }

    TiffBytes ascii(int tag, String text) {
        byte[] bytes = (text + "\0").getBytes(StandardCharsets.US_ASCII);
        entries.put(tag, new Entry(2, bytes.length, new Block(bytes)));
        return this;
    }

    TiffBytes raw(int tag, byte[] bytes) {
        entries.put(tag, new Entry(7, bytes.length, new Block(bytes)));
        return this;
    }

    TiffBytes shorts(int tag, int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * values.length).order(order);
        for (int value : values) {
            bytes.putShort((short) value);
        }
        entries.put(tag, new Entry(3, values.length, new Block(bytes.array())));
        return this;
    }

    TiffBytes number(int tag, int value) {
        entries.put(
                tag,
                new Entry(
                        4,
                        1,
                        new Block(ByteBuffer.allocate(4)
                                .order(order)
                                .putInt(value)
                                .array())));
        return this;
    }

    /** The directory's picture as one uncompressed strip. */
    TiffBytes picture(int width, int height, byte[] samples) {
        strip = samples.clone();
        return number(256, width)
                .number(257, height)
                .shorts(259, 1)
                .number(273, 0)
                .number(278, height)
                .number(279, samples.length);
    }

    TiffBytes next(TiffBytes directory) {
        this.next = directory;
        return this;
    }

    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(ByteBuffer.allocate(8)
                .order(order)
                .put((byte) (order == ByteOrder.LITTLE_ENDIAN ? 'I' : 'M'))
                .put((byte) (order == ByteOrder.LITTLE_ENDIAN ? 'I' : 'M'))
                .putShort((short) 42)
                .putInt(8)
                .array());
        append(out);
        return out.toByteArray();
    }

    private void append(ByteArrayOutputStream out) {
        int start = out.size();
        int end = start + 2 + 12 * entries.size() + 4;
        ByteBuffer directory = ByteBuffer.allocate(end - start).order(order);
        ByteArrayOutputStream values = new ByteArrayOutputStream();
        directory.putShort((short) entries.size());
        entries.forEach((tag, entry) -> {
            directory.putShort((short) (int) tag).putShort((short) entry.type).putInt(entry.count);
            if (tag == 273) {
                directory.putInt(end + valueBytes());
            } else if (entry.value.size() <= 4) {
                directory.put(entry.value.bytes()).put(new byte[4 - entry.value.size()]);
            } else {
                directory.putInt(end + values.size());
                values.writeBytes(entry.value.bytes());
            }
        });
        int nextAt = end + values.size() + strip.length;
        directory.putInt(next == null ? 0 : nextAt);
        out.writeBytes(directory.array());
        out.writeBytes(values.toByteArray());
        out.writeBytes(strip);
        if (next != null) {
            next.append(out);
        }
    }

    private int valueBytes() {
        return entries.values().stream()
                .mapToInt(entry -> entry.value.size() > 4 ? entry.value.size() : 0)
                .sum();
    }
}
