package io.cleanplate.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Capital letters made of straight strokes, so that a mark looks the same on every machine, with fonts or without.
 * Unknown characters are spaces.
 */
final class StrokeFont {
    /** Letters lie on a grid 4 wide and 6 high; polylines of points (column, row) are separated by semicolons. */
    private static final List<String> LETTERS = List.of(
            "06 20 46;14 34",
            "00 06 36 45 44 33 03;00 30 41 42 33",
            "41 30 10 01 05 16 36 45",
            "00 06 26 44 42 20 00",
            "40 00 06 46;03 33",
            "40 00 06;03 33",
            "41 30 10 01 05 16 36 45 43 23",
            "00 06;40 46;03 43",
            "20 26;10 30;16 36",
            "40 45 36 16 05",
            "00 06;40 03 46",
            "00 06 46",
            "06 00 23 40 46",
            "06 00 46 40",
            "10 01 05 16 36 45 41 30 10",
            "06 00 30 41 42 33 03",
            "10 01 05 16 36 45 41 30 10;24 46",
            "06 00 30 41 42 33 03;23 46",
            "41 30 10 01 02 13 33 44 45 36 16 05",
            "00 40;20 26",
            "00 05 16 36 45 40",
            "00 26 40",
            "00 16 23 36 40",
            "00 46;40 06",
            "00 23 40;23 26",
            "00 40 06 46");

    private static final double ADVANCE = 5.5 / 6;

    private StrokeFont() {}

    /** A straight stroke between two points. */
    record Segment(double x0, double y0, double x1, double y1) {}

    /** The strokes of a line of text whose letters are {@code height} high, their top left corner at x, y. */
    static List<Segment> layout(String text, double x, double y, double height) {
        List<Segment> segments = new ArrayList<>();
        double unit = height / 6;
        double left = x;
        for (char letter : text.toUpperCase(Locale.ROOT).toCharArray()) {
            if (letter >= 'A' && letter <= 'Z') {
                for (String polyline : LETTERS.get(letter - 'A').split(";", -1)) {
                    addPolyline(polyline, left, y, unit, segments);
                }
            }
            left += height * ADVANCE;
        }
        return segments;
    }

    /** How wide a line of text is, from the first letter's left to the last one's right. */
    static double width(String text, double height) {
        return text.isEmpty() ? 0 : height * (ADVANCE * (text.length() - 1) + 4.0 / 6);
    }

    private static void addPolyline(String polyline, double x, double y, double unit, List<Segment> segments) {
        String[] points = polyline.split(" ", -1);
        for (int i = 1; i < points.length; i++) {
            segments.add(new Segment(
                    x + unit * (points[i - 1].charAt(0) - '0'),
                    y + unit * (points[i - 1].charAt(1) - '0'),
                    x + unit * (points[i].charAt(0) - '0'),
                    y + unit * (points[i].charAt(1) - '0')));
        }
    }
}
