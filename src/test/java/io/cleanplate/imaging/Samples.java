package io.cleanplate.imaging;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** Pictures made for tests. */
final class Samples {
    static final String XMP_PACKET = "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">Ünited</x:xmpmeta>";

    private Samples() {}

    static byte[] photograph(String name) {
        try {
            return Files.readAllBytes(Path.of("assets/samples", name + ".jpg"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Random samples: nothing that a codec drops or rounds goes unnoticed. */
    static Pixels noise(int width, int height, int channels, int depth, boolean alpha) {
        Random random = new Random(width * 31L + height);
        byte[] color = new byte[width * height * channels * depth / 8];
        random.nextBytes(color);
        byte[] opacity = null;
        if (alpha) {
            opacity = new byte[width * height * depth / 8];
            random.nextBytes(opacity);
        }
        return new Pixels(width, height, channels, depth, color, opacity);
    }

    /** A smooth picture, as photographs are. */
    static Pixels gradient(int width, int height, int channels) {
        byte[] color = new byte[width * height * channels];
        for (int i = 0; i < color.length; i++) {
            int pixel = i / channels;
            color[i] = (byte) (pixel % width * 3 + pixel / width * (i % channels + 1));
        }
        return new Pixels(width, height, channels, 8, color, null);
    }

    static Picture lossless(Pixels pixels, Metadata metadata) {
        return new Picture(pixels, metadata, new Encoding(Format.PNG, null, true), List.of());
    }

    static Picture lossless(Pixels pixels) {
        return lossless(pixels, Metadata.NONE);
    }

    /** Every kind of metadata that the formats know. */
    static Metadata fullMetadata() {
        byte[] icc = new byte[150_000];
        new Random(7).nextBytes(icc);
        return new Metadata(
                exif(Orientation.TURN_90),
                new Block(XMP_PACKET.getBytes(StandardCharsets.UTF_8)),
                PhotoshopResources.wrap("\u001c\u0002P\0\4Anna".getBytes(StandardCharsets.ISO_8859_1)),
                new Block(icc),
                "seen from the quay",
                Orientation.TURN_90);
    }

    /** A little-endian block with a maker, an orientation and a second directory, as for a thumbnail. */
    static Block exif(Orientation orientation) {
        return new Block(new TiffBytes(true)
                .ascii(271, "Maker")
                .shorts(274, orientation.exif())
                .next(new TiffBytes(true).shorts(259, 6))
                .bytes());
    }

    static byte[] imageIo(BufferedImage image, String format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, format, bytes)) {
                throw new IllegalStateException("no writer for " + format);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static BufferedImage image(int width, int height, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, 0xFF000000 | x * 5 % 256 << 16 | y * 7 % 256 << 8 | (x + y) % 256);
            }
        }
        return image;
    }

    static Picture read(byte[] file) {
        return new PictureReader(Limits.DEFAULT).read(file, "photo");
    }

    static Encoded write(Picture picture, @Nullable Format format, @Nullable Integer quality) {
        return new PictureWriter().encode(picture, new OutputOptions(format, quality));
    }
}
