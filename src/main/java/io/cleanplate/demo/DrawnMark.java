package io.cleanplate.demo;

import io.cleanplate.demo.StrokeFont.Segment;
import io.cleanplate.imaging.Pixels;
import io.cleanplate.imaging.Rect;
import io.cleanplate.mask.Mask;
import io.cleanplate.mask.MaskBuffer;
import io.cleanplate.mask.PaintMode;
import java.util.List;

/**
 * A watermark of one line of text, composited as J = (1 - a) I + a W with a = opacity times coverage.
 *
 * @param text what it says; letters A to Z and spaces show
 * @param x left edge of the first letter, in pixels
 * @param y upper edge of the letters, in pixels
 * @param height height of the letters, in pixels
 * @param stroke width of their strokes, in pixels
 * @param ink opacity and colour
 */
public record DrawnMark(String text, double x, double y, double height, double stroke, Ink ink) {
    /**
     * What a mark is drawn with.
     *
     * @param opacity 0 (nothing shows) to 1 (covers)
     * @param red 0 to 255
     * @param green 0 to 255
     * @param blue 0 to 255
     */
    public record Ink(double opacity, int red, int green, int blue) {
        /** White that a picture shows through. */
        public static Ink white(double opacity) {
            return new Ink(opacity, 255, 255, 255);
        }
    }

    /** A mark in the bottom right corner of a picture, as agencies put them. */
    public static DrawnMark bottomRight(String text, Pixels picture, double height, Ink ink) {
        double edge = height / 2;
        return new DrawnMark(
                text,
                picture.width() - StrokeFont.width(text, height) - edge,
                picture.height() - height - edge,
                height,
                height / 7,
                ink);
    }

    /** The picture (8 bits a sample) with the mark over it. */
    public Pixels over(Pixels picture) {
        if (picture.depth() != 8) {
            throw new IllegalArgumentException("a mark is drawn over 8 bits a sample");
        }
        byte[] color = picture.color().clone();
        List<Segment> segments = StrokeFont.layout(text, x, y, height);
        Rect area = area(stroke).intersect(picture.bounds());
        for (int py = area.top(); py < area.bottom(); py++) {
            for (int px = area.left(); px < area.right(); px++) {
                double alpha = ink.opacity() * coverage(segments, px, py);
                for (int c = 0; alpha > 0 && c < picture.channels(); c++) {
                    int i = (py * picture.width() + px) * picture.channels() + c;
                    double under = color[i] & 0xFF;
                    double mark = c == 0 ? ink.red() : c == 1 ? ink.green() : ink.blue();
                    color[i] = (byte) Math.round(under + (mark - under) * alpha);
                }
            }
        }
        return picture.withColor(color);
    }

    /** The mask of a person who follows the letters with a brush that reaches {@code beyond} pixels past their edges. */
    public Mask painted(int width, int height, double beyond) {
        MaskBuffer buffer = new MaskBuffer(width, height);
        for (Segment s : StrokeFont.layout(text, x, y, this.height)) {
            buffer.stroke(s.x0(), s.y0(), s.x1(), s.y1(), stroke / 2 + beyond, PaintMode.ADD);
        }
        return buffer.snapshot();
    }

    private Rect area(double beyond) {
        return new Rect(
                (int) Math.floor(x - beyond),
                (int) Math.floor(y - beyond),
                (int) Math.ceil(x + StrokeFont.width(text, height) + beyond) + 1,
                (int) Math.ceil(y + height + beyond) + 1);
    }

    /** How much of a pixel the strokes cover, from the distance of its centre to the nearest one. */
    private double coverage(List<Segment> segments, int px, int py) {
        double nearest = Double.MAX_VALUE;
        for (Segment s : segments) {
            nearest = Math.min(nearest, distanceSquared(s, px + 0.5, py + 0.5));
        }
        return Math.clamp(stroke / 2 + 0.5 - Math.sqrt(nearest), 0.0, 1.0);
    }

    private static double distanceSquared(Segment s, double px, double py) {
        double dx = s.x1() - s.x0();
        double dy = s.y1() - s.y0();
        double t = Math.clamp(((px - s.x0()) * dx + (py - s.y0()) * dy) / (dx * dx + dy * dy), 0.0, 1.0);
        return square(px - s.x0() - t * dx) + square(py - s.y0() - t * dy);
    }

    private static double square(double value) {
        return value * value;
    }
}
