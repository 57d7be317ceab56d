package io.cleanplate.benchmark;

import io.cleanplate.demo.DrawnMark;
import io.cleanplate.imaging.Limits;
import io.cleanplate.imaging.PictureReader;
import io.cleanplate.imaging.Pixels;
import io.cleanplate.mask.Mask;
import java.nio.file.Path;

/** Pictures of any size with a mark over them, made of the sample photographs. */
final class Scenes {
    private Scenes() {}

    /**
     * A picture to clean.
     *
     * @param name what it is called in tables
     * @param clean the truth
     * @param marked with the mark
     * @param mask as a person paints it
     */
    record Scene(String name, Pixels clean, Pixels marked, Mask mask) {}

    static Pixels sample(String name) {
        return new PictureReader(Limits.DEFAULT)
                .read(Path.of("assets", "samples", name + ".jpg"))
                .pixels();
    }

    /** A larger picture: the photograph next to its mirror images. */
    static Pixels mosaic(Pixels photo, int width, int height) {
        byte[] color = new byte[width * height * 3];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                for (int c = 0; c < 3; c++) {
                    color[(y * width + x) * 3 + c] =
                            (byte) photo.sample(mirrored(x, photo.width()), mirrored(y, photo.height()), c);
                }
            }
        }
        return new Pixels(width, height, 3, 8, color, null);
    }

    /** One mark of a few letters in the corner. */
    static Scene smallMark(Pixels clean) {
        return scene("one small mark", clean, DrawnMark.bottomRight("NEWS", clean, 36, DrawnMark.Ink.white(0.5)));
    }

    /** Twelve letters, 50 px high, that do not touch. */
    static Scene letterLine(Pixels clean) {
        DrawnMark.Ink ink = DrawnMark.Ink.white(0.5);
        return scene(
                "12 letters",
                clean,
                new DrawnMark("PHOTOAGENCYX", clean.width() / 3.0, clean.height() * 0.8, 50, 4, ink));
    }

    static Scene scene(String name, Pixels clean, DrawnMark mark) {
        return new Scene(name, clean, mark.over(clean), mark.painted(clean.width(), clean.height(), 2));
    }

    private static int mirrored(int i, int length) {
        int folded = i % (2 * length);
        return folded < length ? folded : 2 * length - 1 - folded;
    }
}
