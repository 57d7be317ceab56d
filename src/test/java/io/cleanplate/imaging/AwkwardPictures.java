package io.cleanplate.imaging;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A folder as editors come across them: rare kinds of pictures of 16 x 16, and files that are none. */
public final class AwkwardPictures {
    /** Files that can be cleaned. */
    public static final List<String> GOOD = List.of("cmyk.jpg", "deep.png", "mislabelled.jpg", "transparent.webp");

    /** Files that cannot. */
    public static final List<String> BAD =
            List.of("animated.gif", "bomb.png", "empty.jpg", "text.png", "truncated.jpg");

    private AwkwardPictures() {}

    /** Writes them all, and beside them a mask for those that are 16 x 16. */
    public static void writeInto(Path folder, Path mask) throws IOException {
        Files.createDirectories(folder);
        write(folder, "cmyk.jpg", JpegBytes.adobe(JpegBytes.plain(40, 90, 140, 200), 0));
        write(folder, "deep.png", encoded(Samples.noise(16, 16, 3, 16, false), Format.PNG));
        write(folder, "mislabelled.jpg", encoded(Samples.noise(16, 16, 3, 8, false), Format.PNG));
        write(folder, "transparent.webp", encoded(Samples.noise(16, 16, 3, 8, true), Format.WEBP));
        write(
                folder,
                "animated.gif",
                ("GIF89a\2\0\1\0\u0080\0\0\0\0\0\u00c8d2" + ",\1\0\0\0\1\0\1\0\0\2\2L\1\0".repeat(2) + ";")
                        .getBytes(StandardCharsets.ISO_8859_1));
        write(folder, "bomb.png", PngBytes.of(30_000, 30_000, 8, 2).data(0).file());
        write(folder, "empty.jpg", new byte[0]);
        write(folder, "text.png", "not a picture at all\n".getBytes(StandardCharsets.US_ASCII));
        byte[] photograph = Samples.photograph("cat");
        write(folder, "truncated.jpg", Arrays.copyOf(photograph, photograph.length / 2));
        byte[] grey = new byte[16 * 16];
        Arrays.fill(grey, 100, 140, (byte) 255);
        Files.write(mask, encoded(new Pixels(16, 16, 1, 8, grey, null), Format.PNG));
    }

    private static byte[] encoded(Pixels pixels, Format format) {
        return Samples.write(Samples.lossless(pixels), format, null).bytes();
    }

    private static void write(Path folder, String name, byte[] bytes) throws IOException {
        Files.write(folder.resolve(name), bytes);
    }
}
