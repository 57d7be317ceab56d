package io.cleanplate.cleaning;

import io.cleanplate.imaging.Encoding;
import io.cleanplate.imaging.Format;
import io.cleanplate.imaging.Metadata;
import io.cleanplate.imaging.OutputOptions;
import io.cleanplate.imaging.Picture;
import io.cleanplate.imaging.PictureWriter;
import io.cleanplate.imaging.Pixels;
import java.util.Arrays;
import java.util.List;

/** Small pictures for tests. */
final class Cleaned {
    private Cleaned() {}

    /** A plain picture; others differ by their grey. */
    static Picture grey(int value, Format format) {
        byte[] color = new byte[8 * 6 * 3];
        Arrays.fill(color, (byte) value);
        Pixels pixels = new Pixels(8, 6, 3, 8, color, null);
        return new Picture(pixels, Metadata.NONE, new Encoding(format, null, true), List.of());
    }

    static Picture grey(int value) {
        return grey(value, Format.PNG);
    }

    static byte[] file(int value) {
        return new PictureWriter().encode(grey(value), OutputOptions.SAME).bytes();
    }
}
