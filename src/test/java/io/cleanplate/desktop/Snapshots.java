package io.cleanplate.desktop;

import io.cleanplate.imaging.AtomicFile;
import io.cleanplate.imaging.Encoding;
import io.cleanplate.imaging.Format;
import io.cleanplate.imaging.Metadata;
import io.cleanplate.imaging.OutputOptions;
import io.cleanplate.imaging.Picture;
import io.cleanplate.imaging.PictureWriter;
import io.cleanplate.imaging.Pixels;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Tooltip;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.transform.Scale;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;

/** Pictures of what a window shows, to be looked at. To be called on the JavaFX thread. */
public final class Snapshots {
    private Snapshots() {}

    /**
     * Writes what a window shows as PNG, with the popups that hang over it.
     *
     * @param scale pixels of the picture for one of the window
     */
    public static void write(Stage stage, double scale, Path file) {
        BufferedImage all =
                argb(snapshot(stage.getScene(), scale, stage.getScene().getFill()));
        Graphics2D over = all.createGraphics();
        for (Window popup : popups(stage)) {
            BufferedImage one = argb(snapshot(popup.getScene(), scale, Color.TRANSPARENT));
            int x = (int) Math.round((popup.getX() - stage.getX()) * scale);
            int y = (int) Math.round((popup.getY() - stage.getY()) * scale);
            over.drawImage(one, x, y, null);
        }
        over.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(opaque(all), "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        AtomicFile files = new AtomicFile();
        files.makeFolder(file.resolveSibling(""));
        files.write(file, png.toByteArray(), true);
    }

    /** A number that changes when what a window shows changes. */
    static int fingerprint(Stage stage) {
        int hash = stage.getScene().getWidth() > 0 ? hash(stage) : 0;
        for (Window popup : popups(stage)) {
            hash = 31 * hash + hash(popup);
        }
        return hash;
    }

    private static int hash(Window window) {
        return Arrays.hashCode(pixels(snapshot(window.getScene(), 0.5, Color.WHITE)));
    }

    /** What hangs over a window, the last above the others. */
    static List<Window> popups(Stage stage) {
        return Window.getWindows().stream()
                .filter(window ->
                        window instanceof PopupWindow popup && popup.isShowing() && !(popup instanceof Tooltip))
                .toList();
    }

    private static WritableImage snapshot(Scene scene, double scale, Paint fill) {
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setTransform(new Scale(scale, scale));
        parameters.setFill(fill);
        return scene.getRoot().snapshot(parameters, null);
    }

    private static int[] pixels(WritableImage image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] argb = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        return argb;
    }

    private static BufferedImage argb(WritableImage image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        copy.setRGB(0, 0, width, height, pixels(image), 0, width);
        return copy;
    }

    private static BufferedImage opaque(BufferedImage image) {
        BufferedImage opaque = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D drawn = opaque.createGraphics();
        drawn.drawImage(image, 0, 0, null);
        drawn.dispose();
        return opaque;
    }

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
