package io.cleanplate.desktop.editor.canvas;

/**
 * Which pixels of one level of the picture a run of screen pixels shows, along one direction. Immutable.
 *
 * <p>Screen pixels outside the picture have none.
 */
final class Axis {
    private final int start;
    private final int inside;
    private final int outside;
    private final int[] first;
    private final int[] weight;
    private final int last;

    /**
     * For screen pixels {@code from <= s < to}.
     *
     * @param level how often the picture was halved
     * @param nearest takes one pixel instead of the two around
     */
    Axis(int from, int to, Direction direction, int level, boolean nearest) {
        double scale = direction.scale();
        int begin = Math.clamp((long) Math.ceil(direction.offset() - 0.5), from, to);
        int end = Math.clamp((long) Math.ceil(direction.offset() + direction.length() * scale - 0.5), begin, to);
        this.start = from;
        this.inside = begin;
        this.outside = end;
        this.first = new int[to - from];
        this.weight = new int[to - from];
        this.last = (direction.length() - 1) >> level;
        double shrunk = 1.0 / (1 << level);
        for (int screen = begin; screen < end; screen++) {
            double at = (screen + 0.5 - direction.offset()) / scale * shrunk;
            if (nearest) {
                first[screen - from] = Math.clamp((int) at, 0, last);
            } else {
                double before = Math.clamp(at - 0.5, 0, last);
                first[screen - from] = (int) before;
                weight[screen - from] = (int) ((before - (int) before) * 256);
            }
        }
    }

    /**
     * The picture along one direction.
     *
     * @param offset where it begins on the screen
     * @param scale screen pixels for one of its pixels
     * @param length its pixels
     */
    record Direction(double offset, double scale, int length) {}

    /** The first screen pixel that shows picture. */
    int inside() {
        return inside;
    }

    /** The screen pixel after the last that shows picture. */
    int outside() {
        return outside;
    }

    boolean contains(int screen) {
        return screen >= inside && screen < outside;
    }

    /** The pixel of the level that a screen pixel shows, or the first of two. */
    int first(int screen) {
        return first[screen - start];
    }

    /** The second of two. */
    int second(int screen) {
        return Math.min(first(screen) + 1, last);
    }

    /** How much of the second is shown, of 256. */
    int weight(int screen) {
        return weight[screen - start];
    }

    /** The first pixel of the level that is shown at all. */
    int lowest() {
        return first(inside);
    }

    /** The one after the last that is shown at all. */
    int end() {
        return second(outside - 1) + 1;
    }
}
