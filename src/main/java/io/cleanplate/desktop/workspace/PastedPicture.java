package io.cleanplate.desktop.workspace;

import io.cleanplate.imaging.Encoding;
import io.cleanplate.imaging.Format;
import io.cleanplate.imaging.Metadata;
import io.cleanplate.imaging.Picture;
import io.cleanplate.imaging.Pixels;
import java.util.List;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import org.jspecify.annotations.Nullable;

/** Makes a picture of what lies on the clipboard. */
final class PastedPicture {
    private PastedPicture() {}

    /** The image's pixels, stored as PNG; with alpha only where it is not opaque. */
    static Picture of(Image image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] argb = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        byte[] color = new byte[argb.length * 3];
        byte[] alpha = new byte[argb.length];
        boolean opaque = true;
        for (int i = 0; i < argb.length; i++) {
            color[3 * i] = (byte) (argb[i] >> 16);
            color[3 * i + 1] = (byte) (argb[i] >> 8);
            color[3 * i + 2] = (byte) argb[i];
            alpha[i] = (byte) (argb[i] >> 24);
            opaque &= alpha[i] == -1;
        }
        byte @Nullable [] transparency = opaque ? null : alpha;
        return new Picture(
                new Pixels(width, height, 3, 8, color, transparency),
                Metadata.NONE,
                new Encoding(Format.PNG, null, true),
                List.of());
    }
}
