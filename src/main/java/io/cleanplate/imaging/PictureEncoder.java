package io.cleanplate.imaging;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes one file format. Implementations hold no state of a picture, so that one may encode in many threads. */
interface PictureEncoder {
    /**
     * Encodes a picture to a whole file; the same picture gives the same bytes.
     *
     * @param quality 1 to 100, or null for the quality of the picture's source
     * @param notices takes one sentence for each thing that the format cannot hold
     * @throws BadPictureException when the format cannot hold the picture at all
     */
    byte[] encode(Picture picture, @Nullable Integer quality, List<String> notices) throws IOException;
}
