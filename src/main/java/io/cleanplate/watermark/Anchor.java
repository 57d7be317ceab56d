package io.cleanplate.watermark;

/** The point of a picture from which its publisher measures where the mark lies. */
public enum Anchor {
    TOP_LEFT(0, 0),
    TOP(1, 0),
    TOP_RIGHT(2, 0),
    LEFT(0, 1),
    CENTRE(1, 1),
    RIGHT(2, 1),
    BOTTOM_LEFT(0, 2),
    BOTTOM(1, 2),
    BOTTOM_RIGHT(2, 2);

    private final int halvesAcross;
    private final int halvesDown;

    Anchor(int halvesAcross, int halvesDown) {
        this.halvesAcross = halvesAcross;
        this.halvesDown = halvesDown;
    }

    /** The column of this point in a picture of that width; the left one of two that are both in the middle. */
    public int x(int width) {
        return width * halvesAcross / 2;
    }

    /** The row of this point in a picture of that height; the upper one of two that are both in the middle. */
    public int y(int height) {
        return height * halvesDown / 2;
    }

    /** The point that is nearest to a place in a picture, seen from thirds: what lies in the left third is at the left. */
    static Anchor nearest(double x, double y, int width, int height) {
        int across = Math.clamp((long) (3 * x / width), 0, 2);
        int down = Math.clamp((long) (3 * y / height), 0, 2);
        for (Anchor anchor : values()) {
            if (anchor.halvesAcross == across && anchor.halvesDown == down) {
                return anchor;
            }
        }
        throw new IllegalStateException("no anchor at " + across + ", " + down);
    }
}
