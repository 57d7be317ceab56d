package io.cleanplate.imaging;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.spi.ImageWriterSpi;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Runs ImageIO's codecs in memory. A codec is picked by its class: which one ImageIO would offer first hangs on the
 * order of the class path.
 */
final class Codecs {
    private Codecs() {}

    /** A reader of the JDK, by the last part of its package and its class name. */
    static ImageReaderSpi jdkReader(String name) {
        return jdk(ImageReaderSpi.class, name);
    }

    /** A writer of the JDK, by the last part of its package and its class name. */
    static ImageWriterSpi jdkWriter(String name) {
        return jdk(ImageWriterSpi.class, name);
    }

    /** The reader of CMYK JPEG; it finds the JDK's reader, on which it stands, only when it is registered. */
    static ImageReaderSpi cmykJpegReader() {
        IIORegistry registry = IIORegistry.getDefaultInstance();
        JPEGImageReaderSpi known = registry.getServiceProviderByClass(JPEGImageReaderSpi.class);
        if (known != null) {
            return known;
        }
        JPEGImageReaderSpi fresh = new JPEGImageReaderSpi();
        registry.registerServiceProvider(fresh);
        return fresh;
    }

    private static <T> T jdk(Class<T> kind, String name) {
        Iterator<T> all = IIORegistry.getDefaultInstance().getServiceProviders(kind, false);
        while (all.hasNext()) {
            T provider = all.next();
            if (provider.getClass().getName().equals("com.sun.imageio.plugins." + name)) {
                return provider;
            }
        }
        throw new IllegalStateException("the JDK has no " + name);
    }

    /**
     * Reads the first picture of a file.
     *
     * @param into where the samples go, of the picture's size; null lets the reader choose
     * @param warnings takes what the reader warns of
     */
    static BufferedImage read(ImageReaderSpi codec, byte[] file, @Nullable BufferedImage into, List<String> warnings)
            throws IOException {
        ImageReader reader = codec.createReaderInstance();
        try (ByteArrayImageInputStream input = new ByteArrayImageInputStream(file)) {
            reader.setInput(input, false, true);
            reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
            ImageReadParam param = reader.getDefaultReadParam();
            param.setDestination(into);
            return reader.read(0, param);
        } catch (RuntimeException e) {
            // Codecs meet damaged bytes with whatever their arithmetic ends in: a wrong index, a negative size.
            throw new BadPictureException("is damaged: its picture cannot be decoded.", e);
        } finally {
            reader.dispose();
        }
    }

    /** Writes a picture with the settings given; metadata may be null. */
    static byte[] write(ImageWriter writer, BufferedImage image, @Nullable IIOMetadata metadata, ImageWriteParam param)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
        try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(output);
            writer.write(null, new IIOImage(image, null, metadata), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
