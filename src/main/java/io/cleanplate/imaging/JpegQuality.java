package io.cleanplate.imaging;

import io.cleanplate.imaging.JpegEncoding.Component;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.plugins.jpeg.JPEGQTable;
import org.jspecify.annotations.Nullable;

/** Chooses a JPEG's quantisation and sampling. */
final class JpegQuality {
    /** For pictures that come from another format: the loss cannot be seen. */
    static final int OF_OTHER_SOURCES = 95;

    private static final int FULL_COLOUR_FROM = 90;
    private static final int MAX_8_BIT = 255;

    private JpegQuality() {}

    /**
     * The source's own encoding, so that what was not painted over comes out nearly as it went in; for a given quality
     * the standard's tables scaled as libjpeg does, with the source's sampling where it has one.
     *
     * @param quality 1 to 100, or null for the source's
     */
    static JpegEncoding choose(Picture picture, @Nullable Integer quality) {
        int channels = picture.pixels().channels();
        JpegEncoding source = picture.encoding().jpeg();
        boolean fits = source != null && source.components().size() == channels && isWritable(source);
        if (source == null || !fits) {
            int value = quality == null ? OF_OTHER_SOURCES : quality;
            int luma = value >= FULL_COLOUR_FROM ? 1 : 2;
            List<Component> components = new ArrayList<>();
            components.add(new Component(channels == 1 ? 1 : luma, channels == 1 ? 1 : luma, standard(false, value)));
            for (int i = 1; i < channels; i++) {
                components.add(new Component(1, 1, standard(true, value)));
            }
            return new JpegEncoding(components, false);
        }
        if (quality == null) {
            return source;
        }
        List<Component> components = new ArrayList<>();
        for (Component component : source.components()) {
            components.add(new Component(
                    component.horizontal(), component.vertical(), standard(!components.isEmpty(), quality)));
        }
        return new JpegEncoding(components, source.progressive());
    }

    /** Whether the codec can write it: it samples down only by whole numbers, and only with 8-bit divisors. */
    private static boolean isWritable(JpegEncoding encoding) {
        int across = encoding.components().stream()
                .mapToInt(Component::horizontal)
                .max()
                .orElse(1);
        int down = encoding.components().stream()
                .mapToInt(Component::vertical)
                .max()
                .orElse(1);
        return encoding.components().stream()
                .allMatch(component -> component.horizontal() > 0
                        && component.vertical() > 0
                        && across % component.horizontal() == 0
                        && down % component.vertical() == 0
                        && component.table().stream().allMatch(divisor -> divisor > 0 && divisor <= MAX_8_BIT));
    }

    /** A table of ITU-T T.81, annex K.1, scaled by libjpeg's rule (jcparam.c, jpeg_quality_scaling). */
    private static List<Integer> standard(boolean chroma, int quality) {
        int percent = quality < 50 ? 5000 / quality : 200 - 2 * quality;
        int[] table = (chroma ? JPEGQTable.K2Chrominance : JPEGQTable.K1Luminance).getTable();
        return Arrays.stream(table)
                .map(divisor -> Math.clamp((divisor * percent + 50) / 100, 1, MAX_8_BIT))
                .boxed()
                .toList();
    }
}
