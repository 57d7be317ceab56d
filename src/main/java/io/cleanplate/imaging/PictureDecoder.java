package io.cleanplate.imaging;

import java.io.IOException;

/** Reads one file format. Implementations hold no state of a picture, so that one may decode in many threads. */
interface PictureDecoder {
    /**
     * Decodes a whole file that begins with the format's signature.
     *
     * @throws BadPictureException when the picture is over a limit, damaged or of a kind that is not read
     * @throws IOException from a codec that cannot go on: the picture is damaged
     */
    Picture decode(byte[] file, Limits limits) throws IOException;
}
