package io.cleanplate.desktop.editor.canvas;

import io.cleanplate.imaging.Rect;
import java.nio.IntBuffer;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** The pixels of the view, one for each of the screen's, and the node that shows them. Belongs to the JavaFX thread. */
final class ViewportImage {
    private final ImageView node = new ImageView();
    private int width = 1;
    private int height = 1;
    private IntBuffer pixels = IntBuffer.allocate(1);
    private PixelBuffer<IntBuffer> buffer = new PixelBuffer<>(1, 1, pixels, PixelFormat.getIntArgbPreInstance());

    ViewportImage() {
        node.setSmooth(false);
        node.setMouseTransparent(true);
        node.setManaged(false);
    }

    ImageView node() {
        return node;
    }

    int width() {
        return width;
    }

    /** All of it. */
    Rect bounds() {
        return Rect.ofSize(width, height);
    }

    /** Makes room for that many screen pixels, shown at that many to one of the window's. */
    void resize(int screenWidth, int screenHeight, double scale) {
        if (screenWidth != width || screenHeight != height) {
            width = screenWidth;
            height = screenHeight;
            pixels = IntBuffer.allocate(width * height);
            buffer = new PixelBuffer<>(width, height, pixels, PixelFormat.getIntArgbPreInstance());
            node.setImage(new WritableImage(buffer));
        }
        node.setFitWidth(width / scale);
        node.setFitHeight(height / scale);
    }

    /** The pixels, to be written. */
    int[] array() {
        return pixels.array();
    }

    /** Shows what was written in a part. */
    void update(Rect part) {
        Rectangle2D changed = new Rectangle2D(part.left(), part.top(), part.width(), part.height());
        buffer.updateBuffer(same -> changed);
    }
}
