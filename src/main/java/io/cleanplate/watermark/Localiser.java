package io.cleanplate.watermark;

import io.cleanplate.imaging.Rect;
import io.cleanplate.mask.Component;
import io.cleanplate.mask.Mask;
import java.util.Arrays;

/**
 * The pixels that a mark covers, from the edges that pictures agree on: the outline is closed, filled and grown by a
 * pixel. Pieces are judged by how well the pictures agree on them, so that chance does not enlarge the mask.
 */
final class Localiser {
    /** Lengths that count as an edge, and that a piece must have in the mean: what chance leaves falls with pictures. */
    private static final double EDGE = 0.08;

    private static final double CHANCE = 0.8;
    private static final double ABOVE = 0.12;
    private static final int SMALLEST = 12;
    private static final int CLOSE = 2;
    /** Pixels of the smallest dot, two by two, with a pixel around it. */
    private static final int SPECK = 16;

    private Localiser() {}

    /** The mask of a consensus of that many pictures; empty when there is none. */
    static Mask mask(Directions consensus, int pictures) {
        double edge = EDGE + CHANCE / Math.sqrt(pictures);
        int width = consensus.width();
        int height = consensus.height();
        byte[] grey = new byte[width * height];
        for (int i = 0; i < grey.length; i++) {
            grey[i] = (byte) (length(consensus, i) > edge ? 255 : 0);
        }
        Mask outline = Mask.ofGrey(width, height, grey);
        Mask kept = Mask.empty(width, height);
        for (Component piece : outline.components()) {
            if (piece.area() >= SMALLEST) {
                Mask alone = only(outline, piece);
                if (meanLength(consensus, alone) > edge + ABOVE) {
                    kept = kept.union(alone);
                }
            }
        }
        return filled(kept.grow(CLOSE).shrink(CLOSE)).grow(1);
    }

    /** Without pieces that are too small to be a part of a mark. */
    static Mask withoutSpecks(Mask mask) {
        Mask kept = Mask.empty(mask.width(), mask.height());
        for (Component piece : mask.components()) {
            kept = piece.area() < SPECK ? kept : kept.union(only(mask, piece));
        }
        return kept;
    }

    private static float length(Directions consensus, int i) {
        return (float) Math.hypot(consensus.x(i), consensus.y(i));
    }

    /** The pixels of one piece. */
    private static Mask only(Mask outline, Component piece) {
        int width = outline.width();
        byte[] grey = new byte[width * outline.height()];
        int[] queue = new int[grey.length];
        int end = 0;
        queue[end++] = piece.firstY() * width + piece.firstX();
        grey[queue[0]] = (byte) 255;
        for (int next = 0; next < end; next++) {
            int x = queue[next] % width;
            int y = queue[next] / width;
            for (int n = 0; n < 9; n++) {
                int nx = x + n % 3 - 1;
                int ny = y + n / 3 - 1;
                if (outline.get(nx, ny) && grey[ny * width + nx] == 0) {
                    grey[ny * width + nx] = (byte) 255;
                    queue[end++] = ny * width + nx;
                }
            }
        }
        return Mask.ofGrey(width, outline.height(), grey);
    }

    private static double meanLength(Directions consensus, Mask piece) {
        double sum = 0;
        Rect area = piece.bounds();
        for (int y = area.top(); y < area.bottom(); y++) {
            for (int x = area.left(); x < area.right(); x++) {
                sum += piece.get(x, y) ? length(consensus, y * piece.width() + x) : 0;
            }
        }
        return sum / piece.area();
    }

    /** With its holes: what cannot be reached from the border. */
    static Mask filled(Mask outline) {
        int width = outline.width();
        int height = outline.height();
        byte[] grey = new byte[width * height];
        Arrays.fill(grey, (byte) 255);
        int[] queue = new int[grey.length];
        int end = 0;
        for (int i = 0; i < grey.length; i++) {
            int x = i % width;
            int y = i / width;
            if ((x == 0 || y == 0 || x == width - 1 || y == height - 1) && !outline.get(x, y)) {
                grey[i] = 0;
                queue[end++] = i;
            }
        }
        for (int next = 0; next < end; next++) {
            int x = queue[next] % width;
            int y = queue[next] / width;
            for (int n = 0; n < 4; n++) {
                int nx = x + (n == 0 ? -1 : n == 1 ? 1 : 0);
                int ny = y + (n == 2 ? -1 : n == 3 ? 1 : 0);
                if (nx >= 0
                        && ny >= 0
                        && nx < width
                        && ny < height
                        && grey[ny * width + nx] != 0
                        && !outline.get(nx, ny)) {
                    grey[ny * width + nx] = 0;
                    queue[end++] = ny * width + nx;
                }
            }
        }
        return Mask.ofGrey(width, height, grey);
    }
}
