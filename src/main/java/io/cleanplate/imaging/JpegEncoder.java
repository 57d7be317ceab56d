package io.cleanplate.imaging;

import io.cleanplate.imaging.JpegEncoding.Component;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.plugins.jpeg.JPEGImageWriteParam;
import javax.imageio.plugins.jpeg.JPEGQTable;
import javax.imageio.spi.ImageWriterSpi;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.NodeList;

/** Writes JPEG: grey as grey, colour as YCbCr, with the tables and sampling of the source where it has any. */
final class JpegEncoder implements PictureEncoder {
    private static final String TREE = "javax_imageio_jpeg_image_1.0";

    /** libjpeg's own bound, a little below the format's 65535. */
    private static final int MAX_SIDE = 65500;

    private final ImageWriterSpi codec = Codecs.jdkWriter("jpeg.JPEGImageWriterSpi");

    @Override
    public byte[] encode(Picture picture, @Nullable Integer quality, List<String> notices) throws IOException {
        Pixels pixels = picture.pixels();
        if (Math.max(pixels.width(), pixels.height()) > MAX_SIDE) {
            throw new BadPictureException("has " + pixels.width() + " x " + pixels.height()
                    + " pixels, but a JPEG holds" + " at most " + MAX_SIDE + " a side: choose png or tiff.");
        }
        Pixels plain = Reduction.overWhite(Reduction.toBytes(pixels, Format.JPEG, notices), Format.JPEG, notices);
        byte[] bare = encode(plain, JpegQuality.choose(picture, quality));
        byte[] header = JpegHeader.of(picture, notices);
        return JpegSegments.parse(bare)
                .rebuilt(header, segment -> segment.isApplicationData() || segment.marker() == JpegSegments.COM);
    }

    private byte[] encode(Pixels pixels, JpegEncoding encoding) throws IOException {
        BufferedImage image = PixelImages.of(pixels);
        ImageWriter writer = codec.createWriterInstance();
        if (!(writer.getDefaultWriteParam() instanceof JPEGImageWriteParam param)) {
            throw new IllegalStateException("the JDK's JPEG writer takes other settings than it should");
        }
        // Tables made for this picture cost little time and save some 5 percent.
        param.setOptimizeHuffmanTables(true);
        param.setProgressiveMode(encoding.progressive() ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
        IIOMetadata metadata = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), param);
        prescribe(metadata, encoding);
        return Codecs.write(writer, image, metadata, param);
    }

    private static void prescribe(IIOMetadata metadata, JpegEncoding encoding) throws IOException {
        List<List<Integer>> tables = new ArrayList<>();
        if (!(metadata.getAsTree(TREE) instanceof IIOMetadataNode root)) {
            throw new IllegalStateException("the JDK's JPEG metadata are no tree of its own nodes");
        }
        NodeList specs = root.getElementsByTagName("componentSpec");
        for (int i = 0; i < encoding.components().size(); i++) {
            Component component = encoding.components().get(i);
            if (!tables.contains(component.table())) {
                tables.add(component.table());
            }
            IIOMetadataNode spec = (IIOMetadataNode) specs.item(i);
            spec.setAttribute("HsamplingFactor", String.valueOf(component.horizontal()));
            spec.setAttribute("VsamplingFactor", String.valueOf(component.vertical()));
            spec.setAttribute("QtableSelector", String.valueOf(tables.indexOf(component.table())));
        }
        IIOMetadataNode dqt = (IIOMetadataNode) root.getElementsByTagName("dqt").item(0);
        while (dqt.getFirstChild() != null) {
            dqt.removeChild(dqt.getFirstChild());
        }
        for (int i = 0; i < tables.size(); i++) {
            IIOMetadataNode table = new IIOMetadataNode("dqtable");
            table.setAttribute("elementPrecision", "0");
            table.setAttribute("qtableId", String.valueOf(i));
            table.setUserObject(new JPEGQTable(
                    tables.get(i).stream().mapToInt(Integer::intValue).toArray()));
            dqt.appendChild(table);
        }
        metadata.setFromTree(TREE, root);
    }
}
