package io.cleanplate.imaging;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.spi.ImageReaderSpi;

/** Reads BMP. */
final class BmpDecoder implements PictureDecoder {
    private static final int CORE_HEADER = 12;
    private static final int HEADER_END = 30;
    private static final int BYTES_PER_PIXEL = 4;

    private final ImageReaderSpi codec = Codecs.jdkReader("bmp.BMPImageReaderSpi");

    @Override
    public Picture decode(byte[] file, Limits limits) throws IOException {
        if (file.length < HEADER_END) {
            throw BadPictureException.cutShort();
        }
        ByteBuffer data = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        boolean old = data.getInt(14) == CORE_HEADER;
        long width = old ? data.getShort(18) & 0xFFFF : data.getInt(18);
        // A negative height means rows from top to bottom.
        long height = old ? data.getShort(20) & 0xFFFF : Math.abs((long) data.getInt(22));
        limits.requirePixels(width, height, BYTES_PER_PIXEL);
        int bits = data.getShort(old ? 24 : 28);
        boolean packed = !old && data.getInt(30) != 0;
        if (!packed && (data.getInt(10) & 0xFFFF_FFFFL) + (width * bits + 31) / 32 * 4 * height > file.length) {
            throw BadPictureException.cutShort();
        }
        List<String> notices = new ArrayList<>();
        if (bits <= 8) {
            notices.add("The palette was expanded to full colour.");
        }
        try {
            Pixels pixels = ImagePixels.of(Codecs.read(codec, file, null, new ArrayList<>()));
            return new Picture(pixels, Metadata.NONE, new Encoding(Format.BMP, null, true), notices);
        } catch (EOFException e) {
            throw BadPictureException.cutShort();
        }
    }
}
