package io.cleanplate.desktop.editor.canvas;

/**
 * A size in pixels.
 *
 * @param width above 0
 * @param height above 0
 */
record Extent(double width, double height) {
    /** Refuses what has no area. */
    Extent {
        if (!(width > 0) || !(height > 0)) {
            throw new IllegalArgumentException("no extent of " + width + " x " + height);
        }
    }

    double centreX() {
        return width / 2;
    }

    double centreY() {
        return height / 2;
    }
}
