package io.cleanplate.imaging;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Makes JPEG files that no program here writes, for tests. */
final class JpegBytes {
    private JpegBytes() {}

    /** A JPEG of 16 x 16 pixels, all alike, whose components are stored without any colour conversion. */
    static byte[] plain(int... components) {
        byte[] samples = new byte[16 * 16 * components.length];
        int[] offsets = new int[components.length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) components[i % components.length];
        }
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = i;
        }
        Raster raster = Raster.createInterleavedRaster(
                new DataBufferByte(samples, samples.length),
                16,
                16,
                16 * components.length,
                components.length,
                offsets,
                null);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(output);
            writer.write(new IIOImage(raster, null, null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bare(bytes.toByteArray());
    }

    /** A small ordinary JPEG without any application data. */
    static byte[] photograph() {
        return bare(Samples.imageIo(Samples.image(40, 30, BufferedImage.TYPE_3BYTE_BGR), "jpg"));
    }

    /** The file with a segment more behind its first marker. */
    static byte[] with(byte[] jpeg, int marker, String prefix, byte... contents) {
        byte[] start = prefix.getBytes(StandardCharsets.ISO_8859_1);
        int length = 2 + start.length + contents.length;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(jpeg, 0, 2);
        bytes.writeBytes(new byte[] {(byte) 0xFF, (byte) marker, (byte) (length >> 8), (byte) length});
        bytes.writeBytes(start);
        bytes.writeBytes(contents);
        bytes.write(jpeg, 2, jpeg.length - 2);
        return bytes.toByteArray();
    }

    /** The file with Adobe's word on its colours: 0 none or CMYK, 1 YCbCr, 2 YCCK. */
    static byte[] adobe(byte[] jpeg, int transform) {
        return with(
                jpeg, 0xEE, "Adobe", (byte) 0, (byte) 100, (byte) 0, (byte) 0, (byte) 0, (byte) 0, (byte) transform);
    }

    private static byte[] bare(byte[] jpeg) {
        try {
            return JpegSegments.parse(jpeg).rebuilt(new byte[0], JpegSegments.Segment::isApplicationData);
        } catch (BadPictureException e) {
            throw new UncheckedIOException(e);
        }
    }
}
