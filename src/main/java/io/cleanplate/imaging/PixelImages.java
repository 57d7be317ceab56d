package io.cleanplate.imaging;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferUShort;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.stream.IntStream;

/** Images over samples, as ImageIO's codecs take them. Colour spaces are named only so that no codec converts. */
final class PixelImages {
    private PixelImages() {}

    /** An image over interleaved 8-bit grey (1 band) or RGB samples (3 bands); what is drawn goes into the array. */
    static BufferedImage wrap(int width, int height, int bands, byte[] samples) {
        return image(width, height, bands, new DataBufferByte(samples, samples.length));
    }

    /** An image of the pixels with alpha as its last band; shares the array where there is nothing to weave in. */
    static BufferedImage of(Pixels pixels) {
        byte[] alpha = pixels.alpha();
        byte[] samples = alpha == null ? pixels.color() : woven(pixels.color(), alpha, pixels);
        DataBuffer buffer = pixels.depth() == 8
                ? new DataBufferByte(samples, samples.length)
                : new DataBufferUShort(shorts(samples), samples.length / 2);
        return image(pixels.width(), pixels.height(), pixels.channels() + (alpha == null ? 0 : 1), buffer);
    }

    private static BufferedImage image(int width, int height, int bands, DataBuffer buffer) {
        WritableRaster raster = Raster.createInterleavedRaster(
                buffer,
                width,
                height,
                width * bands,
                bands,
                IntStream.range(0, bands).toArray(),
                null);
        boolean hasAlpha = bands % 2 == 0;
        ColorModel model = new ComponentColorModel(
                ColorSpace.getInstance(bands < 3 ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB),
                hasAlpha,
                false,
                hasAlpha ? Transparency.TRANSLUCENT : Transparency.OPAQUE,
                buffer.getDataType());
        return new BufferedImage(model, raster, false, null);
    }

    private static byte[] woven(byte[] color, byte[] alpha, Pixels pixels) {
        int alphaBytes = pixels.depth() / 8;
        int colorBytes = pixels.channels() * alphaBytes;
        byte[] all = new byte[Math.addExact(color.length, alpha.length)];
        int to = 0;
        for (int c = 0, a = 0; a < alpha.length; c += colorBytes, a += alphaBytes) {
            for (int i = 0; i < colorBytes; i++) {
                all[to++] = color[c + i];
            }
            for (int i = 0; i < alphaBytes; i++) {
                all[to++] = alpha[a + i];
            }
        }
        return all;
    }

    private static short[] shorts(byte[] pairs) {
        short[] values = new short[pairs.length / 2];
        for (int i = 0; i < values.length; i++) {
            values[i] = (short) ((pairs[2 * i] & 0xFF) << 8 | (pairs[2 * i + 1] & 0xFF));
        }
        return values;
    }
}
