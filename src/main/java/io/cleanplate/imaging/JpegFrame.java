package io.cleanplate.imaging;

import io.cleanplate.imaging.JpegSegments.Segment;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JPEG's frame header (ITU-T T.81, B.2.2).
 *
 * @param process the marker: 0 baseline, 1 extended, 2 progressive, 3 lossless, above that arithmetic or hierarchical
 * @param precision bits a sample
 * @param width columns
 * @param height rows
 * @param parts the colour components
 */
record JpegFrame(int process, int precision, int width, int height, List<Part> parts) {
    private static final int TABLE = 64;

    /** The order in which a table's 64 divisors are stored (ITU-T T.81, figure A.6): natural index by stored place. */
    private static final int[] ZIGZAG = {
        0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14,
        21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60,
        61, 54, 47, 55, 62, 63
    };

    /** One colour component: its number, sampling factors and quantisation table's number. */
    record Part(int id, int horizontal, int vertical, int table) {}

    static JpegFrame of(JpegSegments segments) throws BadPictureException {
        if (segments.all().stream().noneMatch(Segment::isFrame)) {
            segments.requireWhole();
        }
        Segment segment = segments.all().stream()
                .filter(Segment::isFrame)
                .findFirst()
                .orElseThrow(() -> BadPictureException.damaged("it has no frame header"));
        ByteBuffer data = ByteBuffer.wrap(segments.contents(segment));
        if (data.capacity() < 6 || data.capacity() < 6 + 3 * data.get(5)) {
            throw BadPictureException.damaged("its frame header is too short");
        }
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < data.get(5); i++) {
            int at = 6 + 3 * i;
            int sampling = data.get(at + 1) & 0xFF;
            parts.add(new Part(data.get(at) & 0xFF, sampling >> 4, sampling & 15, data.get(at + 2) & 3));
        }
        return new JpegFrame(
                segment.marker() - 0xC0,
                data.get(0),
                data.getShort(3) & 0xFFFF,
                data.getShort(1) & 0xFFFF,
                List.copyOf(parts));
    }

    boolean isProgressive() {
        return process == 2;
    }

    boolean isLossless() {
        return process == 3;
    }

    /** What decides the quality; null for a frame without quantisation or with tables that are missing. */
    @Nullable
    JpegEncoding encoding(JpegSegments segments) {
        Map<Integer, List<Integer>> tables = tables(segments);
        List<JpegEncoding.Component> components = new ArrayList<>();
        for (Part part : parts) {
            List<Integer> table = tables.get(part.table);
            if (isLossless() || table == null) {
                return null;
            }
            components.add(new JpegEncoding.Component(part.horizontal, part.vertical, table));
        }
        return new JpegEncoding(components, isProgressive());
    }

    private static Map<Integer, List<Integer>> tables(JpegSegments segments) {
        Map<Integer, List<Integer>> tables = new HashMap<>();
        boolean scanSeen = false;
        for (Segment segment : segments.all()) {
            scanSeen |= segment.marker() == JpegSegments.SOS;
            if (segment.marker() == JpegSegments.DQT) {
                // Once a scan has begun, a table may be redefined for a later one: the first scan's count.
                Map<Integer, List<Integer>> defined = tables(segments.contents(segment));
                if (scanSeen) {
                    defined.forEach(tables::putIfAbsent);
                } else {
                    tables.putAll(defined);
                }
            }
        }
        return tables;
    }

    private static Map<Integer, List<Integer>> tables(byte[] definition) {
        Map<Integer, List<Integer>> tables = new HashMap<>();
        int at = 0;
        while (at < definition.length) {
            int bytes = 1 + (definition[at] >> 4 & 1);
            if (at + 1 + TABLE * bytes > definition.length) {
                break;
            }
            Integer[] table = new Integer[TABLE];
            for (int i = 0; i < TABLE; i++) {
                int value = at + 1 + i * bytes;
                table[ZIGZAG[i]] = bytes == 1
                        ? definition[value] & 0xFF
                        : (definition[value] & 0xFF) << 8 | (definition[value + 1] & 0xFF);
            }
            tables.put(definition[at] & 3, Arrays.asList(table));
            at += 1 + TABLE * bytes;
        }
        return tables;
    }
}
