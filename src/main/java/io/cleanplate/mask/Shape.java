package io.cleanplate.mask;

/**
 * What can be painted. Pixel (x, y) is the square from (x, y) to (x + 1, y + 1); its centre decides whether a shape covers
 * it.
 */
sealed interface Shape permits Capsule, Segment, Polygon, Box {
    /** The largest distance from zero that coordinates keep; those beyond are taken as this, so that nothing overflows. */
    double FAR = 1e9;

    /** Hands over the pixels it covers in rows {@code 0 <= y < height}; one pixel may come more than once. */
    void spans(int height, SpanSink sink);

    /** A coordinate no farther than {@link #FAR} from zero. */
    static double near(double coordinate) {
        return Math.clamp(coordinate, -FAR, FAR);
    }

    /** The first row or column whose centre lies at or beyond a coordinate. */
    static int firstCentreFrom(double coordinate) {
        return (int) Math.ceil(coordinate - 0.5);
    }
}
