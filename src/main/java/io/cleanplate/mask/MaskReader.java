package io.cleanplate.mask;

import io.cleanplate.imaging.Picture;
import io.cleanplate.imaging.PictureReader;
import io.cleanplate.imaging.Pixels;
import java.nio.file.Path;

/**
 * Reads a mask from a picture file: what is lighter than middle grey (above 127 of 255) is masked, and what is transparent
 * is not. Thread-safe.
 */
public final class MaskReader {
    private final PictureReader pictures;

    /** Reads files with this reader, within its limits. */
    public MaskReader(PictureReader pictures) {
        this.pictures = pictures;
    }

    /**
     * The mask as a person sees it: turned upright where the file says that it is stored otherwise.
     *
     * @throws io.cleanplate.error.InputException when the file is no picture that can be read
     * @throws io.cleanplate.error.UnavailableException when it cannot be read now
     */
    public Mask read(Path file) {
        Picture picture = pictures.read(file);
        Pixels pixels = picture.pixels();
        Mask stored = Mask.ofGrey(pixels.width(), pixels.height(), grey(pixels));
        return stored.turned(picture.metadata().orientation().inverse());
    }

    /** Rec. 601 luma over black, 8 bits. */
    private static byte[] grey(Pixels pixels) {
        byte[] grey = new byte[pixels.width() * pixels.height()];
        int last = pixels.channels() - 1;
        double scale = 255.0 / pixels.maxSample();
        int i = 0;
        for (int y = 0; y < pixels.height(); y++) {
            for (int x = 0; x < pixels.width(); x++) {
                double luma = 0.299 * pixels.sample(x, y, 0)
                        + 0.587 * pixels.sample(x, y, last / 2)
                        + 0.114 * pixels.sample(x, y, last);
                grey[i++] = (byte) Math.round(luma * scale * pixels.alpha(x, y) / pixels.maxSample());
            }
        }
        return grey;
    }
}
