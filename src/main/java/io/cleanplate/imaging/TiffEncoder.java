package io.cleanplate.imaging;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.plugins.tiff.BaselineTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;
import javax.imageio.plugins.tiff.TIFFTag;
import javax.imageio.plugins.tiff.TIFFTagSet;
import javax.imageio.spi.ImageWriterSpi;
import org.jspecify.annotations.Nullable;

/** Writes TIFF, grey or RGB, 8 or 16 bits, with or without straight alpha, compressed without loss (Deflate). */
final class TiffEncoder implements PictureEncoder {
    private static final int DIFFERENCING = 2;
    private static final int RATIONAL_SCALE = 10_000;

    /** The codec's quality maps to Deflate's level: this is level 4, near the smallest size in a third of the time. */
    private static final float LEVEL = 0.5f;

    private final ImageWriterSpi codec = Codecs.jdkWriter("tiff.TIFFImageWriterSpi");

    @Override
    public byte[] encode(Picture picture, @Nullable Integer quality, List<String> notices) throws IOException {
        ImageWriter writer = codec.createWriterInstance();
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionType("Deflate");
        param.setCompressionQuality(LEVEL);
        BufferedImage image = PixelImages.of(picture.pixels());
        IIOMetadata defaults = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), param);
        TIFFDirectory directory = TIFFDirectory.createFromMetadata(defaults);
        describe(directory, picture);
        Lost lost = new Lost(Format.TIFF);
        lost.add("the EXIF block", picture.metadata().exif() != null);
        lost.add("the comment", picture.metadata().comment() != null);
        lost.tell(notices);
        return Codecs.write(writer, image, directory.getAsMetadata(), param);
    }

    private static void describe(TIFFDirectory directory, Picture picture) {
        Metadata metadata = picture.metadata();
        shorts(directory, TiffTags.PREDICTOR, DIFFERENCING);
        shorts(directory, TiffTags.ORIENTATION, metadata.orientation().exif());
        bytes(directory, TiffTags.XMP, TIFFTag.TIFF_BYTE, metadata.xmp());
        bytes(directory, TiffTags.ICC, TIFFTag.TIFF_UNDEFINED, metadata.icc());
        Block iptc = metadata.iptc();
        if (iptc != null) {
            bytes(
                    directory,
                    TiffTags.IPTC,
                    TIFFTag.TIFF_UNDEFINED,
                    PhotoshopResources.iptc(iptc).map(Block::new).orElse(null));
            Block resources = new Block(PhotoshopResources.withoutThumbnail(iptc));
            bytes(directory, TiffTags.PHOTOSHOP, TIFFTag.TIFF_BYTE, resources);
        }
        Density density = picture.encoding().density();
        if (density != null) {
            rational(directory, TiffTags.X_RESOLUTION, density.x());
            rational(directory, TiffTags.Y_RESOLUTION, density.y());
            shorts(directory, TiffTags.RESOLUTION_UNIT, density.unit().jfif() + 1);
        }
    }

    private static void shorts(TIFFDirectory directory, int number, int value) {
        directory.addTIFFField(new TIFFField(tag(number, TIFFTag.TIFF_SHORT), value));
    }

    private static void rational(TIFFDirectory directory, int number, double value) {
        long[][] ratio = {{Math.round(value * RATIONAL_SCALE), RATIONAL_SCALE}};
        directory.addTIFFField(new TIFFField(tag(number, TIFFTag.TIFF_RATIONAL), TIFFTag.TIFF_RATIONAL, 1, ratio));
    }

    private static void bytes(TIFFDirectory directory, int number, int type, @Nullable Block block) {
        if (block != null && block.size() > 0) {
            directory.addTIFFField(new TIFFField(tag(number, type), type, block.size(), block.bytes()));
        }
    }

    private static TIFFTag tag(int number, int type) {
        TIFFTagSet baseline = BaselineTIFFTagSet.getInstance();
        TIFFTag known = baseline.getTag(number);
        return known != null && known.isDataTypeOK(type) ? known : new TIFFTag("tag" + number, number, 1 << type);
    }
}
