package io.cleanplate.desktop;

import io.cleanplate.imaging.AtomicFile;
import io.cleanplate.imaging.Encoding;
import io.cleanplate.imaging.Format;
import io.cleanplate.imaging.Metadata;
import io.cleanplate.imaging.OutputOptions;
import io.cleanplate.imaging.Picture;
import io.cleanplate.imaging.PictureWriter;
import io.cleanplate.imaging.Pixels;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Scale;

/** Pictures of what a window shows, to be looked at. To be called on the JavaFX thread. */
public final class Snapshots {
    private Snapshots() {}

    /**
     * Writes what a node shows as PNG.
     *
     * @param scale pixels of the picture for one of the node, as on a display with that scale
     */
    public static void write(Node node, double scale, Path file) {
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setTransform(new Scale(scale, scale));
        if (node.getScene() != null) {
            parameters.setFill(node.getScene().getFill());
        }
        WritableImage image = node.snapshot(parameters, null);
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        byte[] rgb = new byte[width * height * 3];
        for (int i = 0; i < width * height; i++) {
            int argb = image.getPixelReader().getArgb(i % width, i / width);
            rgb[3 * i] = (byte) (argb >> 16);
            rgb[3 * i + 1] = (byte) (argb >> 8);
            rgb[3 * i + 2] = (byte) argb;
        }
        Picture picture = new Picture(
                new Pixels(width, height, 3, 8, rgb, null),
                Metadata.NONE,
                new Encoding(Format.PNG, null, true),
                List.of());
        AtomicFile files = new AtomicFile();
        files.makeFolder(file.resolveSibling(""));
        files.write(
                file, new PictureWriter().encode(picture, OutputOptions.SAME).bytes(), true);
    }
}
