package io.cleanplate.imaging;

import com.luciad.imageio.webp.CompressionType;
import com.luciad.imageio.webp.WebPImageWriterSpi;
import com.luciad.imageio.webp.WebPWriteParam;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.spi.ImageWriterSpi;
import org.jspecify.annotations.Nullable;

/**
 * Writes WebP. Without a given quality a picture from a lossless source stays lossless, any other gets quality 90; with
 * one it is lossy.
 */
final class WebpEncoder implements PictureEncoder {
    private static final int OF_LOSSY_SOURCES = 90;
    private static final int MAX_SIDE = 16383;

    /** The flags of VP8X (RFC 9649, section 2.7). */
    private static final int ICC = 0x20;

    private static final int ALPHA = 0x10;
    private static final int EXIF = 0x08;
    private static final int XMP = 0x04;

    private final ImageWriterSpi codec = new WebPImageWriterSpi();

    @Override
    public byte[] encode(Picture picture, @Nullable Integer quality, List<String> notices) throws IOException {
        Pixels pixels = picture.pixels();
        if (Math.max(pixels.width(), pixels.height()) > MAX_SIDE) {
            throw new BadPictureException("has " + pixels.width() + " x " + pixels.height()
                    + " pixels, but a WebP holds" + " at most " + MAX_SIDE + " a side: choose jpeg, png or tiff.");
        }
        Pixels plain = colored(Reduction.toBytes(pixels, Format.WEBP, notices));
        ImageWriter writer = codec.createWriterInstance();
        WebPWriteParam param = new WebPWriteParam(Locale.ROOT);
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        if (quality == null && picture.encoding().lossless()) {
            param.setCompressionType(CompressionType.Lossless);
            param.setExact(true); // keeps the colours under transparent pixels
        } else {
            param.setCompressionType(CompressionType.Lossy);
            param.setCompressionQuality((quality == null ? OF_LOSSY_SOURCES : quality) / 100f);
        }
        byte[] bare = Codecs.write(writer, PixelImages.of(plain), null, param);
        Lost lost = new Lost(Format.WEBP);
        lost.add("the IPTC records", picture.metadata().iptc() != null);
        lost.add("the comment", picture.metadata().comment() != null);
        lost.add("the print resolution", picture.encoding().density() != null);
        lost.tell(notices);
        return withMetadata(bare, plain, picture.metadata());
    }

    private static byte[] withMetadata(byte[] bare, Pixels pixels, Metadata metadata) {
        byte[] exif = ExifBlock.toWrite(metadata);
        Block xmp = metadata.xmp();
        Block icc = metadata.icc();
        if (exif == null && xmp == null && icc == null) {
            return bare;
        }
        RiffChunks chunks = RiffChunks.parse(bare);
        int flags = (icc == null ? 0 : ICC)
                | (pixels.alpha() == null ? 0 : ALPHA)
                | (exif == null ? 0 : EXIF)
                | (xmp == null ? 0 : XMP);
        RiffChunks.Builder file = new RiffChunks.Builder().add("VP8X", extended(flags, pixels));
        if (icc != null) {
            file.add("ICCP", icc.bytes());
        }
        for (String type : List.of("ALPH", "VP8 ", "VP8L")) {
            chunks.first(type).ifPresent(contents -> file.add(type, contents));
        }
        if (exif != null) {
            file.add("EXIF", exif);
        }
        if (xmp != null) {
            file.add("XMP ", xmp.bytes());
        }
        return file.file();
    }

    /** Flags and, in three bytes each, the sides less one; the third is 0 for all sides that the codec takes. */
    private static byte[] extended(int flags, Pixels pixels) {
        ByteBuffer contents =
                ByteBuffer.allocate(10).order(ByteOrder.LITTLE_ENDIAN).putInt(flags);
        contents.putShort((short) (pixels.width() - 1)).put((byte) 0);
        contents.putShort((short) (pixels.height() - 1)).put((byte) 0);
        return contents.array();
    }

    /** WebP has no grey: three equal channels instead. */
    private static Pixels colored(Pixels pixels) {
        if (pixels.channels() == 3) {
            return pixels;
        }
        byte[] grey = pixels.color();
        byte[] color = new byte[Math.multiplyExact(grey.length, 3)];
        for (int i = 0; i < grey.length; i++) {
            color[3 * i] = grey[i];
            color[3 * i + 1] = grey[i];
            color[3 * i + 2] = grey[i];
        }
        return new Pixels(pixels.width(), pixels.height(), 3, 8, color, pixels.alpha());
    }
}
