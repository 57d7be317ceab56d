package io.cleanplate.watermark;

/**
 * Where and how strong a profile's mark lies in one picture.
 *
 * @param dx pixels to the right of the profile's place
 * @param dy pixels below it
 * @param strength the mark's opacity in terms of the profile's: 1 is as learned
 */
public record Placement(double dx, double dy, double strength) {
    /** As learned. */
    public static final Placement USUAL = new Placement(0, 0, 1);

    /** Near enough to a whole pixel, publishers meant that pixel: interpolating would only blur. */
    private static final double SNAP = 0.05;

    /** The same, moved to whole pixels where it is near to them. */
    Placement snapped() {
        return new Placement(snapped(dx), snapped(dy), strength);
    }

    static double snapped(double shift) {
        return Math.abs(shift - Math.rint(shift)) < SNAP ? Math.rint(shift) : shift;
    }
}
