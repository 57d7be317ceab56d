package io.cleanplate.desktop.editor.canvas;

import io.cleanplate.imaging.Pixels;
import java.nio.IntBuffer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** Small pictures as JavaFX shows them. Large ones are drawn by {@link PictureCanvas}: they pass a texture's limits. */
public final class PixelImage {
    private PixelImage() {}

    /** All of a picture, 8 bits a channel. May be called on any thread. */
    public static Image of(Pixels pixels) {
        int width = pixels.width();
        int height = pixels.height();
        int[] argb = new int[width * height];
        ArgbRows rows = new ArgbRows(pixels);
        for (int y = 0; y < height; y++) {
            rows.read(y, 0, width, argb, y * width);
        }
        return new WritableImage(
                new PixelBuffer<>(width, height, IntBuffer.wrap(argb), PixelFormat.getIntArgbPreInstance()));
    }
}
