package io.cleanplate.imaging;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.spi.ImageReaderSpi;

/**
 * Reads JPEG: grey and three colours with the JDK's codec, four colours with one that converts them to RGB. The codec is
 * given the file without its profile and with a clear word on its colour model, so that it neither converts nor guesses.
 */
final class JpegDecoder implements PictureDecoder {
    private static final String EXTRANEOUS =
            "The JPEG data hold bytes that belong to no part of the picture; look whether it is whole.";

    private static final int RGB_BYTES = 3;
    private static final int CMYK_BYTES = 4;

    private final ImageReaderSpi plain = Codecs.jdkReader("jpeg.JPEGImageReaderSpi");
    private final ImageReaderSpi cmyk = Codecs.cmykJpegReader();

    @Override
    public Picture decode(byte[] file, Limits limits) throws IOException {
        JpegSegments segments = JpegSegments.parse(file);
        JpegFrame frame = JpegFrame.of(segments);
        int colors = frame.parts().size();
        limits.requirePixels(frame.width(), frame.height(), colors == CMYK_BYTES ? CMYK_BYTES : RGB_BYTES);
        segments.requireWhole();
        if (frame.precision() != 8 || frame.process() > 3) {
            throw new BadPictureException("is a JPEG of a rare kind (" + frame.precision() + " bits, coding process "
                    + frame.process() + "), which is not read: save it as a plain JPEG.");
        }
        List<String> notices = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        JpegMetadata jpegMetadata = new JpegMetadata(segments);
        Metadata metadata = jpegMetadata.read(notices);
        Pixels pixels;
        if (frame.isLossless() || (colors != 1 && colors != 3)) {
            byte[] whole = segments.rebuilt(new byte[0], segment -> segment.marker() == JpegSegments.APP1);
            pixels = ImagePixels.of(Codecs.read(cmyk, whole, null, warnings));
        } else {
            pixels = decode(segments, frame, warnings);
        }
        judge(warnings, notices);
        if (colors == CMYK_BYTES) {
            notices.add("The picture was converted from CMYK to RGB, and its CMYK colour profile left out.");
            metadata = withoutProfile(metadata);
        }
        Encoding encoding =
                new Encoding(Format.JPEG, frame.encoding(segments), frame.isLossless(), jpegMetadata.density());
        return new Picture(pixels, metadata, encoding, notices);
    }

    private Pixels decode(JpegSegments segments, JpegFrame frame, List<String> warnings) throws IOException {
        int bands = frame.parts().size();
        byte[] bare = segments.rebuilt(
                JpegColors.marker(segments, frame),
                segment -> segment.isApplicationData() || segment.marker() == JpegSegments.COM);
        byte[] samples = new byte[frame.width() * frame.height() * bands];
        BufferedImage into = PixelImages.wrap(frame.width(), frame.height(), bands, samples);
        Codecs.read(plain, bare, into, warnings);
        return new Pixels(frame.width(), frame.height(), bands, 8, samples, null);
    }

    /** The codec fills in what it cannot read and only warns: such a picture must not pass for a whole one. */
    private static void judge(List<String> warnings, List<String> notices) throws BadPictureException {
        for (String warning : warnings) {
            String text = warning.toLowerCase(Locale.ROOT);
            if (text.contains("premature end") || text.contains("missing eoi")) {
                throw BadPictureException.cutShort();
            }
            if (text.contains("huffman") || text.contains("instead of rst") || text.contains("arithmetic")) {
                throw BadPictureException.damaged("its picture data are corrupt");
            }
            if (text.contains("extraneous bytes") && !notices.contains(EXTRANEOUS)) {
                notices.add(EXTRANEOUS);
            }
        }
    }

    private static Metadata withoutProfile(Metadata all) {
        return new Metadata(all.exif(), all.xmp(), all.iptc(), null, all.comment(), all.orientation());
    }
}
