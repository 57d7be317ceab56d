package io.cleanplate.imaging;

import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DirectColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.util.Arrays;

/** Takes the samples out of an image that a codec decoded: raw, whatever colour space the codec put on them. */
final class ImagePixels {
    private ImagePixels() {}

    /**
     * Samples of 8 or 16 bits stay as they are, a palette is looked up (to grey where it holds nothing else), CMYK is
     * converted to RGB.
     */
    static Pixels of(BufferedImage image) throws BadPictureException {
        ColorModel model = image.getColorModel();
        return switch (model) {
            case IndexColorModel palette -> palette(image.getRaster(), palette);
            case DirectColorModel packed -> packed(image.getRaster(), packed);
            default ->
                model.getNumColorComponents() == 4
                        ? components(rgb(image).getRaster(), 3, false)
                        : components(image.getRaster(), model.getNumColorComponents(), model.hasAlpha());
        };
    }

    private static BufferedImage rgb(BufferedImage cmyk) {
        byte[] samples = new byte[cmyk.getWidth() * cmyk.getHeight() * 3];
        BufferedImage rgb = PixelImages.wrap(cmyk.getWidth(), cmyk.getHeight(), 3, samples);
        return new ColorConvertOp(null).filter(cmyk, rgb);
    }

    private static Pixels components(Raster raster, int channels, boolean alpha) throws BadPictureException {
        int type = raster.getTransferType();
        int bits = raster.getSampleModel().getSampleSize(0);
        boolean bytes = type == DataBuffer.TYPE_BYTE && bits == 8;
        boolean shorts = type == DataBuffer.TYPE_USHORT && bits == 16;
        if ((channels != 1 && channels != 3) || (!bytes && !shorts)) {
            throw new BadPictureException("has " + channels + " channels of " + bits
                    + " bits, which is not read: grey or colour of 8 or 16 bits is.");
        }
        return bytes ? bytes(raster, channels, alpha) : shorts(raster, channels, alpha);
    }

    private static Pixels bytes(Raster raster, int channels, boolean hasAlpha) {
        int width = raster.getWidth();
        int height = raster.getHeight();
        int bands = raster.getNumBands();
        byte[] row = new byte[width * bands];
        byte[] color = new byte[width * height * channels];
        byte[] alpha = hasAlpha ? new byte[width * height] : null;
        for (int y = 0, to = 0; y < height; y++) {
            raster.getDataElements(raster.getMinX(), raster.getMinY() + y, width, 1, row);
            for (int x = 0, from = 0; x < width; x++, from += bands) {
                for (int c = 0; c < channels; c++) {
                    color[to++] = row[from + c];
                }
                if (alpha != null) {
                    alpha[y * width + x] = row[from + channels];
                }
            }
        }
        return new Pixels(width, height, channels, 8, color, alpha);
    }

    private static Pixels shorts(Raster raster, int channels, boolean hasAlpha) {
        int width = raster.getWidth();
        int height = raster.getHeight();
        int bands = raster.getNumBands();
        short[] row = new short[width * bands];
        byte[] color = new byte[width * height * channels * 2];
        byte[] alpha = hasAlpha ? new byte[width * height * 2] : null;
        for (int y = 0, to = 0; y < height; y++) {
            raster.getDataElements(raster.getMinX(), raster.getMinY() + y, width, 1, row);
            for (int x = 0, from = 0; x < width; x++, from += bands) {
                for (int c = 0; c < channels; c++) {
                    color[to++] = (byte) (row[from + c] >> 8);
                    color[to++] = (byte) row[from + c];
                }
                if (alpha != null) {
                    short opacity = row[from + channels];
                    alpha[2 * (y * width + x)] = (byte) (opacity >> 8);
                    alpha[2 * (y * width + x) + 1] = (byte) opacity;
                }
            }
        }
        return new Pixels(width, height, channels, 16, color, alpha);
    }

    private static Pixels palette(Raster raster, IndexColorModel palette) {
        int[] entries = new int[palette.getMapSize()];
        palette.getRGBs(entries);
        boolean grey = !palette.hasAlpha() && Arrays.stream(entries).allMatch(ImagePixels::isGrey);
        // An index past the palette's end is a mistake of the file that shows as black.
        int[] argb = Arrays.copyOf(entries, 1 << palette.getPixelSize());
        Arrays.fill(argb, entries.length, argb.length, 0xFF000000);
        int width = raster.getWidth();
        int[] row = new int[width];
        Planes planes = new Planes(width, raster.getHeight(), grey ? 1 : 3, palette.hasAlpha());
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getSamples(0, y, width, 1, 0, row);
            for (int index : row) {
                planes.add(argb[index]);
            }
        }
        return planes.pixels();
    }

    private static Pixels packed(Raster raster, DirectColorModel model) {
        int width = raster.getWidth();
        int[] row = new int[width];
        Planes planes = new Planes(width, raster.getHeight(), 3, model.hasAlpha());
        boolean plain = raster.getTransferType() == DataBuffer.TYPE_INT
                && model.getRedMask() == 0xFF0000
                && model.getGreenMask() == 0xFF00
                && model.getBlueMask() == 0xFF;
        short[] shorts = new short[raster.getTransferType() == DataBuffer.TYPE_INT ? 0 : width];
        for (int y = 0; y < raster.getHeight(); y++) {
            if (shorts.length == 0) {
                raster.getDataElements(0, y, width, 1, row);
            } else {
                raster.getDataElements(0, y, width, 1, shorts);
                Arrays.setAll(row, x -> shorts[x] & 0xFFFF);
            }
            for (int pixel : row) {
                planes.add(plain ? pixel : model.getRGB(pixel));
            }
        }
        return planes.pixels();
    }

    private static boolean isGrey(int argb) {
        int blue = argb & 0xFF;
        return (argb >> 8 & 0xFF) == blue && (argb >> 16 & 0xFF) == blue;
    }
}
