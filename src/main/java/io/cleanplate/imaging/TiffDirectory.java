package io.cleanplate.imaging;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * One image file directory of a TIFF structure (TIFF 6.0, section 2), as a TIFF file and an EXIF block hold it. Reading
 * is forgiving: what points outside the bytes is taken as not there.
 */
final class TiffDirectory {
    /** Bytes an element of the types 1 to 12, by type. */
    private static final int[] TYPE_BYTES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8};

    private static final int ENTRY_BYTES = 12;
    private static final int MOST = 1000;

    private final ByteBuffer data;
    private final Map<Integer, Field> fields = new TreeMap<>();
    private final int nextPointer;

    /** Where a field's value lies. */
    private record Field(int type, int count, int at) {}

    private TiffDirectory(ByteBuffer data, int offset) {
        this.data = data;
        int count = data.getShort(offset) & 0xFFFF;
        for (int i = 0; i < count; i++) {
            int at = offset + 2 + i * ENTRY_BYTES;
            if (at + ENTRY_BYTES > data.limit()) {
                break;
            }
            add(at);
        }
        this.nextPointer = offset + 2 + count * ENTRY_BYTES;
    }

    /** The directories of a structure, in their order; none when it is no TIFF structure. */
    static List<TiffDirectory> all(byte[] tiff) {
        List<TiffDirectory> found = new ArrayList<>();
        if (tiff.length < 8 || tiff[0] != tiff[1] || (tiff[0] != 'I' && tiff[0] != 'M')) {
            return found;
        }
        ByteBuffer data = ByteBuffer.wrap(tiff).order(tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        if (data.getShort(2) != 42) {
            return found;
        }
        Set<Integer> seen = new HashSet<>();
        int offset = data.getInt(4);
        // A chain that bites its own tail ends there; one without end was made to keep readers busy.
        while (offset >= 8 && offset <= tiff.length - 2 && found.size() < MOST && seen.add(offset)) {
            TiffDirectory directory = new TiffDirectory(data, offset);
            found.add(directory);
            offset = directory.nextPointer <= tiff.length - 4 ? data.getInt(directory.nextPointer) : 0;
        }
        return found;
    }

    private void add(int at) {
        int type = data.getShort(at + 2) & 0xFFFF;
        long count = data.getInt(at + 4) & 0xFFFF_FFFFL;
        if (type < 1 || type >= TYPE_BYTES.length) {
            return;
        }
        long bytes = count * TYPE_BYTES[type];
        long value = bytes <= 4 ? at + 8L : data.getInt(at + 8) & 0xFFFF_FFFFL;
        if (value + bytes <= data.limit()) {
            fields.put(data.getShort(at) & 0xFFFF, new Field(type, (int) count, (int) value));
        }
    }

    /** Where the offset of the next directory stands. */
    int nextPointer() {
        return nextPointer;
    }

    /** Whether the tag is there with a value that can be read. */
    boolean has(int tag) {
        return fields.containsKey(tag);
    }

    /** The tag's whole numbers (BYTE, SHORT or LONG, unsigned); none when it has no such value. */
    List<Long> numbers(int tag) {
        List<Long> numbers = new ArrayList<>();
        Field field = fields.get(tag);
        for (int i = 0; field != null && i < field.count; i++) {
            int at = field.at + i * TYPE_BYTES[field.type];
            switch (field.type) {
                case 1, 7 -> numbers.add(data.get(at) & 0xFFL);
                case 3 -> numbers.add(data.getShort(at) & 0xFFFFL);
                case 4 -> numbers.add(data.getInt(at) & 0xFFFF_FFFFL);
                default -> {}
            }
        }
        return numbers;
    }

    /** The tag's first whole number, or the one given instead. */
    long number(int tag, long otherwise) {
        List<Long> numbers = numbers(tag);
        return numbers.isEmpty() ? otherwise : numbers.getFirst();
    }

    /** The tag's first RATIONAL as a number; NaN when it has none. */
    double rational(int tag) {
        Field field = fields.get(tag);
        return field == null || field.type != 5 || field.count < 1
                ? Double.NaN
                : (data.getInt(field.at) & 0xFFFF_FFFFL) / (double) (data.getInt(field.at + 4) & 0xFFFF_FFFFL);
    }

    /** The tag's bytes as they stand in the file. */
    Optional<byte[]> bytes(int tag) {
        Field field = fields.get(tag);
        if (field == null) {
            return Optional.empty();
        }
        byte[] bytes = new byte[field.count * TYPE_BYTES[field.type]];
        data.get(field.at, bytes);
        return Optional.of(bytes);
    }
}
