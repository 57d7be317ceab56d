package io.cleanplate.imaging;

/**
 * How large pixels are meant to be in print.
 *
 * @param x pixels a unit across
 * @param y pixels a unit down
 * @param unit the unit of length
 */
public record Density(double x, double y, Unit unit) {
    /** What {@link #x()} and {@link #y()} are counted in. */
    public enum Unit {
        /** No length: the two numbers tell only a pixel's shape. */
        NONE(0),
        /** An inch. */
        INCH(1),
        /** A centimetre. */
        CENTIMETRE(2);

        private final int jfif;

        Unit(int jfif) {
            this.jfif = jfif;
        }

        /** The unit of a JFIF segment's number; what is not 0 to 2 counts as no length. */
        static Unit ofJfif(int number) {
            return number == 1 ? INCH : number == 2 ? CENTIMETRE : NONE;
        }

        /** JFIF's number for it; TIFF's is one more. */
        int jfif() {
            return jfif;
        }
    }

    private static final double CM_PER_INCH = 2.54;

    /** Whether both numbers are finite and above 0: what a file says may be neither. */
    boolean isUsable() {
        return Double.isFinite(x) && Double.isFinite(y) && x > 0 && y > 0;
    }

    /** The same density counted in centimetres; unchanged without a unit of length. */
    Density inCentimetres() {
        return unit == Unit.INCH ? new Density(x / CM_PER_INCH, y / CM_PER_INCH, Unit.CENTIMETRE) : this;
    }
}
