package io.cleanplate.demo;

import io.cleanplate.demo.DrawnMark.Ink;
import io.cleanplate.error.UnavailableException;
import io.cleanplate.imaging.Limits;
import io.cleanplate.imaging.OutputOptions;
import io.cleanplate.imaging.Picture;
import io.cleanplate.imaging.PictureReader;
import io.cleanplate.imaging.PictureWriter;
import io.cleanplate.imaging.Pixels;
import java.io.IOException;
import java.io.InputStream;

/** The sample photographs as publishers send them: each publisher's name at its own corner, white and translucent. */
public final class DemoMarks {
    /** Of the letters, in widths of the picture: most marks take up a quarter to a third of the width. */
    private static final double HEIGHT = 1 / 36.0;

    private static final double OPACITY = 0.45;

    private final PictureReader reader = new PictureReader(Limits.DEFAULT);
    private final PictureWriter writer = new PictureWriter();

    /** A sample photograph as it lies in the program, a JPEG's bytes with the publisher's mark over it. */
    public byte[] marked(String sample, String source) {
        Picture picture = sample(sample);
        DrawnMark mark = mark(source, picture.pixels());
        return writer.encode(picture.withPixels(mark.over(picture.pixels())), OutputOptions.SAME)
                .bytes();
    }

    /** A sample photograph that lies in the program, without any mark. */
    public Picture sample(String name) {
        String resource = "/assets/samples/" + name + ".jpg";
        try (InputStream in = DemoMarks.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its sample photograph " + resource);
            }
            return reader.read(in.readAllBytes(), resource);
        } catch (IOException e) {
            throw new UnavailableException(
                    "The photograph " + resource + " cannot be read from the program: " + e.getMessage() + ".", e);
        }
    }

    /** The same corner for the same name: bottom right, bottom left or top right. */
    private static DrawnMark mark(String source, Pixels picture) {
        double height = picture.width() * HEIGHT;
        DrawnMark right = DrawnMark.bottomRight(source, picture, height, Ink.white(OPACITY));
        return switch (Math.floorMod(source.hashCode(), 3)) {
            case 0 -> right;
            case 1 -> new DrawnMark(source, height / 2, right.y(), height, right.stroke(), right.ink());
            default -> new DrawnMark(source, right.x(), height / 2, height, right.stroke(), right.ink());
        };
    }
}
