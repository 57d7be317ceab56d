package io.cleanplate.imaging;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.imageio.spi.ImageReaderSpi;

/** Reads PNG of every colour type and depth. The codec is given the bare picture, so that no text or profile trips it. */
final class PngDecoder implements PictureDecoder {
    private static final Set<String> PICTURE = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");
    private static final int HEADER_BYTES = 13;
    private static final int PALETTE = 3;

    /** Samples of RGB with alpha at the deepest. */
    private static final int SAMPLES = 4;

    private final ImageReaderSpi codec = Codecs.jdkReader("png.PNGImageReaderSpi");

    @Override
    public Picture decode(byte[] file, Limits limits) throws IOException {
        PngChunks chunks = PngChunks.parse(file);
        ByteBuffer header = ByteBuffer.wrap(chunks.first("IHDR")
                .filter(bytes -> bytes.length == HEADER_BYTES)
                .orElseThrow(BadPictureException::cutShort));
        int depth = header.get(8);
        limits.requirePixels(
                header.getInt(0) & 0xFFFF_FFFFL, header.getInt(4) & 0xFFFF_FFFFL, depth == 16 ? 2 * SAMPLES : SAMPLES);
        if (chunks.first("acTL").isPresent()) {
            throw new BadPictureException("is an animated PNG, which is not read: only still pictures are.");
        }
        chunks.requireWhole();
        List<String> notices = new ArrayList<>();
        PngMetadata pngMetadata = new PngMetadata(chunks);
        Metadata metadata = pngMetadata.read(notices);
        byte[] bare = chunks.rebuilt(new byte[0], chunk -> PICTURE.contains(chunk.type()));
        Pixels pixels = ImagePixels.of(Codecs.read(codec, bare, null, new ArrayList<>()));
        if (header.get(9) == PALETTE) {
            notices.add("The palette was expanded to full colour.");
        }
        return new Picture(pixels, metadata, new Encoding(Format.PNG, null, true, pngMetadata.density()), notices);
    }
}
