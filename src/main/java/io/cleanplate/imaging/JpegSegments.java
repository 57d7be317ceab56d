package io.cleanplate.imaging;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** The marker segments of a JPEG file and where its coded data lie (ITU-T T.81, annex B). */
final class JpegSegments {
    static final int APP0 = 0xE0;
    static final int APP1 = 0xE1;
    static final int APP2 = 0xE2;
    static final int APP11 = 0xEB;
    static final int APP12 = 0xEC;
    static final int APP13 = 0xED;
    static final int APP14 = 0xEE;
    static final int APP15 = 0xEF;
    static final int COM = 0xFE;
    static final int DQT = 0xDB;
    static final int SOS = 0xDA;
    private static final int EOI = 0xD9;
    private static final int RST0 = 0xD0;
    private static final int RST7 = 0xD7;
    private static final int TEM = 0x01;

    private final byte[] file;
    private final List<Segment> segments;
    private final int end;
    private final boolean whole;

    private JpegSegments(byte[] file, List<Segment> segments, int end, boolean whole) {
        this.file = file;
        this.segments = List.copyOf(segments);
        this.end = end;
        this.whole = whole;
    }

    /**
     * One marker segment.
     *
     * @param marker the marker's second byte
     * @param start where it begins, at the byte FF
     * @param data where its contents begin, behind the length
     * @param end where they end; what follows up to the next segment is coded data
     */
    record Segment(int marker, int start, int data, int end) {
        boolean isApplicationData() {
            return marker >= APP0 && marker <= APP15;
        }

        /** Whether it begins a frame: SOF0 to SOF15 less the three other markers in that range. */
        boolean isFrame() {
            return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
        }
    }

    /** Walks over the whole file, up to its end marker or to where it is cut off. */
    static JpegSegments parse(byte[] file) throws BadPictureException {
        List<Segment> segments = new ArrayList<>();
        int at = 2;
        while (true) {
            while (at < file.length && file[at] != (byte) 0xFF) {
                at++; // stray bytes between segments, which decoders skip too
            }
            int start = at;
            while (at < file.length && file[at] == (byte) 0xFF) {
                at++;
            }
            if (at >= file.length) {
                return new JpegSegments(file, segments, file.length, false);
            }
            int marker = file[at++] & 0xFF;
            if (marker == EOI) {
                return new JpegSegments(file, segments, at, true);
            }
            if (marker == 0 || marker == TEM || (marker >= RST0 && marker <= RST7)) {
                continue;
            }
            int length = at + 2 <= file.length ? (file[at] & 0xFF) << 8 | (file[at + 1] & 0xFF) : Integer.MAX_VALUE;
            if (length > file.length - at) {
                return new JpegSegments(file, segments, file.length, false);
            }
            if (length < 2) {
                throw BadPictureException.damaged("a segment has no length");
            }
            segments.add(new Segment(marker, Math.max(start, at - 2), at + 2, at + length));
            at = marker == SOS ? endOfScan(file, at + length) : at + length;
        }
    }

    /** The next marker that is neither a stuffed FF nor a restart. */
    private static int endOfScan(byte[] file, int from) {
        int at = from;
        while (at + 1 < file.length) {
            int next = file[at + 1] & 0xFF;
            if (file[at] == (byte) 0xFF && next != 0 && next != 0xFF && (next < RST0 || next > RST7)) {
                return at;
            }
            at++;
        }
        return file.length;
    }

    /** Refuses a file that ends before its end marker: decoders would fill up the rest with grey. */
    void requireWhole() throws BadPictureException {
        if (!whole) {
            throw BadPictureException.cutShort();
        }
    }

    List<Segment> all() {
        return segments;
    }

    /** The contents of the segments with this marker that begin with the text, without it. */
    List<byte[]> contents(int marker, String prefix) {
        return segments.stream()
                .filter(segment -> segment.marker == marker && begins(segment, prefix))
                .map(segment -> Arrays.copyOfRange(file, segment.data + prefix.length(), segment.end))
                .toList();
    }

    /** Whether the segment's contents begin with the text. */
    boolean begins(Segment segment, String prefix) {
        byte[] bytes = prefix.getBytes(StandardCharsets.ISO_8859_1);
        return segment.end - segment.data >= bytes.length
                && Arrays.equals(file, segment.data, segment.data + bytes.length, bytes, 0, bytes.length);
    }

    /** The contents of a segment. */
    byte[] contents(Segment segment) {
        return Arrays.copyOfRange(file, segment.data, segment.end);
    }

    /** How many bytes other than 0 follow the end marker: some cameras append a film or further pictures. */
    int trailingBytes() {
        int last = file.length;
        while (last > end && file[last - 1] == 0) {
            last--;
        }
        return last - end;
    }

    /** The file up to its end marker with new segments behind its first marker and without those that match. */
    byte[] rebuilt(byte[] first, Predicate<Segment> dropped) {
        List<Segment> gone = segments.stream().filter(dropped).toList();
        int less =
                gone.stream().mapToInt(segment -> segment.end - segment.start).sum();
        byte[] rebuilt = new byte[end - less + first.length];
        rebuilt[0] = file[0];
        rebuilt[1] = file[1];
        System.arraycopy(first, 0, rebuilt, 2, first.length);
        int to = 2 + first.length;
        int from = 2;
        for (Segment segment : gone) {
            System.arraycopy(file, from, rebuilt, to, segment.start - from);
            to += segment.start - from;
            from = segment.end;
        }
        System.arraycopy(file, from, rebuilt, to, end - from);
        return rebuilt;
    }
}
