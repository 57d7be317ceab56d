package io.cleanplate.imaging;

import io.cleanplate.imaging.JpegFrame.Part;
import java.util.List;

/** Tells whether three components are YCbCr or RGB, by the rules that libjpeg has made common. */
final class JpegColors {
    private static final String ADOBE = "Adobe";
    private static final int TRANSFORM = 6;

    private JpegColors() {}

    /** An APP14 segment that names the colour model plainly; empty for a grey picture, which needs none. */
    static byte[] marker(JpegSegments segments, JpegFrame frame) {
        if (frame.parts().size() != 3) {
            return new byte[0];
        }
        byte transform = (byte) (isRgb(segments, frame) ? 0 : 1);
        return new byte[] {
            (byte) 0xFF, (byte) JpegSegments.APP14, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, transform
        };
    }

    private static boolean isRgb(JpegSegments segments, JpegFrame frame) {
        if (!segments.contents(JpegSegments.APP0, JpegMetadata.JFIF).isEmpty()) {
            return false;
        }
        List<byte[]> adobe = segments.contents(JpegSegments.APP14, ADOBE);
        if (!adobe.isEmpty() && adobe.getFirst().length > TRANSFORM) {
            return adobe.getFirst()[TRANSFORM] == 0;
        }
        return frame.parts().stream().map(Part::id).toList().equals(List.of((int) 'R', (int) 'G', (int) 'B'));
    }
}
