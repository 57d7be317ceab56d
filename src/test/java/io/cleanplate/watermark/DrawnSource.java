package io.cleanplate.watermark;

import io.cleanplate.demo.DrawnMark;
import io.cleanplate.demo.DrawnMark.Ink;
import io.cleanplate.imaging.Encoding;
import io.cleanplate.imaging.Format;
import io.cleanplate.imaging.Limits;
import io.cleanplate.imaging.Metadata;
import io.cleanplate.imaging.OutputOptions;
import io.cleanplate.imaging.Picture;
import io.cleanplate.imaging.PictureReader;
import io.cleanplate.imaging.PictureWriter;
import io.cleanplate.imaging.Pixels;
import io.cleanplate.imaging.Rect;
import io.cleanplate.mask.Mask;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Pictures of a source whose mark is known: random crops of the sample photographs, some mirrored, some brighter or
 * darker, with a mark drawn over them. The same seed gives the same pictures. Confined to one thread.
 */
public final class DrawnSource {
    private static final List<String> SAMPLES = List.of(
            "astronaut",
            "canyon",
            "cat",
            "coffee",
            "dragon-capsule",
            "dunes",
            "earth-at-night",
            "eclipse",
            "facade",
            "lake",
            "moon-surface",
            "nebula",
            "radio-dish",
            "road-sign",
            "rocket-launch",
            "walkway",
            "wireframe");

    private final Random random;
    private final List<Pixels> photos;
    private int next;

    /** With all sample photographs. */
    public DrawnSource(long seed) {
        this(seed, photos());
    }

    private DrawnSource(long seed, List<Pixels> photos) {
        random = new Random(seed);
        this.photos = photos;
        next = random.nextInt(photos.size());
    }

    private static List<Pixels> photos() {
        PictureReader reader = new PictureReader(Limits.DEFAULT);
        return SAMPLES.stream()
                .map(name ->
                        reader.read(Path.of("assets", "samples", name + ".jpg")).pixels())
                .toList();
    }

    /** Of the same photographs, as if made with another seed. */
    public DrawnSource reseeded(long seed) {
        return new DrawnSource(seed, photos);
    }

    /** How a mark looks. */
    public enum Look {
        WHITE,
        COLOURED,
        SHADOWED
    }

    /**
     * A mark of one or two layers, half its height away from the edges that its anchor lies on.
     *
     * @param shiftX pixels to the right of its usual place
     * @param shiftY pixels below it
     */
    public record Mark(
            String text, double height, Look look, double opacity, Anchor anchor, double shiftX, double shiftY) {
        /** At the bottom right. */
        public Mark(String text, double height, Look look, double opacity) {
            this(text, height, look, opacity, Anchor.BOTTOM_RIGHT, 0, 0);
        }

        /** The same, elsewhere. */
        public Mark at(double x, double y) {
            return new Mark(text, height, look, opacity, anchor, x, y);
        }

        /** The same at another point of the picture. */
        public Mark at(Anchor other) {
            return new Mark(text, height, look, opacity, other, shiftX, shiftY);
        }

        /** Over a picture. */
        public Pixels over(Pixels clean) {
            Pixels marked = clean;
            for (DrawnMark layer : layers(clean)) {
                marked = layer.over(marked);
            }
            return marked;
        }

        /** Every pixel that it touches in a picture of that size. */
        public Mask mask(Pixels clean) {
            Mask mask = Mask.empty(clean.width(), clean.height());
            for (DrawnMark layer : layers(clean)) {
                mask = mask.union(layer.painted(clean.width(), clean.height(), 0.5));
            }
            return mask;
        }

        private List<DrawnMark> layers(Pixels clean) {
            Ink ink = look == Look.COLOURED ? new Ink(opacity, 210, 60, 30) : Ink.white(opacity);
            DrawnMark corner = DrawnMark.bottomRight(text, clean, height, ink);
            double edge = Math.round(height / 2);
            double left = edge + (Math.round(corner.x()) - edge) * anchor.x(2) / 2;
            double top = edge + (Math.round(corner.y()) - edge) * anchor.y(2) / 2;
            DrawnMark front = new DrawnMark(
                    text, Math.floor(left) + shiftX, Math.floor(top) + shiftY, height, corner.stroke(), ink);
            if (look != Look.SHADOWED) {
                return List.of(front);
            }
            DrawnMark shadow = new DrawnMark(
                    text, front.x() + 2, front.y() + 2, height, front.stroke(), new Ink(opacity * 0.8, 0, 0, 0));
            return List.of(shadow, front);
        }

        /** What it does to each pixel of a rectangle, measured over many flat greys. */
        public Mixing mixing(Pixels like, Rect area) {
            return new Mixing(this, like, area);
        }
    }

    /** The composition of a drawn mark, known. */
    public static final class Mixing {
        private final Rect area;
        private final double[] keep;
        private final double[][] add;

        Mixing(Mark mark, Pixels like, Rect area) {
            this.area = area;
            int size = area.width() * area.height();
            keep = new double[size];
            add = new double[3][size];
            double[][] mean = new double[3][size];
            double[][] slope = new double[3][size];
            double squares = 0;
            int levels = 18;
            for (int level = 0; level < levels; level++) {
                int grey = level * 15;
                squares += (grey - 127.5) * (grey - 127.5);
                byte[] flat = new byte[like.width() * like.height() * 3];
                java.util.Arrays.fill(flat, (byte) grey);
                Pixels over = mark.over(new Pixels(like.width(), like.height(), 3, 8, flat, null));
                for (int i = 0; i < size; i++) {
                    for (int c = 0; c < 3; c++) {
                        int value = over.sample(area.left() + i % area.width(), area.top() + i / area.width(), c);
                        mean[c][i] += value / (double) levels;
                        slope[c][i] += value * (grey - 127.5);
                    }
                }
            }
            for (int i = 0; i < size; i++) {
                keep[i] = (slope[0][i] + slope[1][i] + slope[2][i]) / 3 / squares;
                for (int c = 0; c < 3; c++) {
                    add[c][i] = mean[c][i] - keep[i] * 127.5;
                }
            }
        }

        /** The opacity at a pixel of the rectangle. */
        public double opacity(int x, int y) {
            return 1 - keep[(y - area.top()) * area.width() + x - area.left()];
        }

        /** A picture with the mark removed as well as can be, the composition being known. */
        public Pixels undo(Pixels marked) {
            byte[] color = marked.color().clone();
            for (int i = 0; i < keep.length; i++) {
                if (keep[i] < 0.999) {
                    int at = ((area.top() + i / area.width()) * marked.width() + area.left() + i % area.width()) * 3;
                    for (int c = 0; c < 3; c++) {
                        double value = ((color[at + c] & 0xFF) - add[c][i]) / keep[i];
                        color[at + c] = (byte) Math.round(Math.clamp(value, 0, 255));
                    }
                }
            }
            return marked.withColor(color);
        }
    }

    /** A part of the next photograph. */
    public Pixels clean(int width, int height) {
        Pixels photo = photos.get(next++ % photos.size());
        while (photo.width() < width || photo.height() < height) {
            photo = photos.get(next++ % photos.size());
        }
        int left = random.nextInt(photo.width() - width + 1);
        int top = random.nextInt(photo.height() - height + 1);
        boolean mirrored = random.nextBoolean();
        double gain = 0.75 + random.nextDouble() * 0.45;
        byte[] cut = photo.cut(new Rect(left, top, left + width, top + height));
        byte[] color = new byte[cut.length];
        for (int i = 0; i < color.length; i++) {
            int x = i / 3 % width;
            int from = mirrored ? i + 3 * (width - 1 - 2 * x) : i;
            color[i] = (byte) Math.round(Math.min(255, gain * (cut[from] & 0xFF)));
        }
        return new Pixels(width, height, 3, 8, color, null);
    }

    /** Several parts of photographs. */
    public List<Pixels> clean(int count, int width, int height) {
        List<Pixels> pictures = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            pictures.add(clean(width, height));
        }
        return pictures;
    }

    /** Pictures with a mark over them, through JPEG of a quality unless that is 0. */
    public static List<Pixels> marked(List<Pixels> clean, Mark mark, int quality) {
        return clean.stream().map(p -> jpeg(mark.over(p), quality)).toList();
    }

    /** A picture as it comes out of a JPEG of a quality; as it is for 0. */
    public static Pixels jpeg(Pixels pixels, int quality) {
        if (quality == 0) {
            return pixels;
        }
        Picture picture = new Picture(pixels, Metadata.NONE, new Encoding(Format.PNG, null, true), List.of());
        byte[] bytes = new PictureWriter()
                .encode(picture, new OutputOptions(Format.JPEG, quality))
                .bytes();
        return new PictureReader(Limits.DEFAULT).read(bytes, "drawn").pixels();
    }
}
