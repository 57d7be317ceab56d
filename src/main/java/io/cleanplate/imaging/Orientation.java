package io.cleanplate.imaging;

/**
 * How stored pixels are turned to be seen upright: the eight values of EXIF's tag 0x0112 (Exif 2.32, section 4.6.4 A).
 * Constants are named by what has to be done to the stored picture; turns are clockwise.
 */
public enum Orientation {
    /** 1: stored upright. */
    UPRIGHT(1),
    /** 2: mirror left to right. */
    MIRROR(2),
    /** 3: turn by 180 degrees. */
    TURN_180(3),
    /** 4: mirror top to bottom. */
    FLIP(4),
    /** 5: mirror along the diagonal from top left to bottom right. */
    TRANSPOSE(5),
    /** 6: turn by 90 degrees. */
    TURN_90(6),
    /** 7: mirror along the other diagonal. */
    TRANSVERSE(7),
    /** 8: turn by 270 degrees. */
    TURN_270(8);

    private final int exif;

    Orientation(int exif) {
        this.exif = exif;
    }

    /** The orientation of an EXIF value; what is not 1 to 8 counts as {@link #UPRIGHT}, as viewers take it. */
    public static Orientation ofExif(int value) {
        for (Orientation orientation : values()) {
            if (orientation.exif == value) {
                return orientation;
            }
        }
        return UPRIGHT;
    }

    /** The EXIF value, 1 to 8. */
    public int exif() {
        return exif;
    }

    /** What undoes it: an upright picture stored in that orientation is turned back by this one. */
    public Orientation inverse() {
        return switch (this) {
            case TURN_90 -> TURN_270;
            case TURN_270 -> TURN_90;
            default -> this;
        };
    }

    /** Whether width and height change places between the stored and the upright picture. */
    public boolean swapsSides() {
        return exif >= 5;
    }

    /** The column of the upright picture that shows pixel (x, y) of a stored picture of this size. */
    public int uprightX(int x, int y, int width, int height) {
        return switch (this) {
            case UPRIGHT, FLIP -> x;
            case MIRROR, TURN_180 -> width - 1 - x;
            case TRANSPOSE, TURN_270 -> y;
            case TURN_90, TRANSVERSE -> height - 1 - y;
        };
    }

    /** The row of the upright picture that shows pixel (x, y) of a stored picture of this size. */
    public int uprightY(int x, int y, int width, int height) {
        return switch (this) {
            case UPRIGHT, MIRROR -> y;
            case FLIP, TURN_180 -> height - 1 - y;
            case TRANSPOSE, TURN_90 -> x;
            case TRANSVERSE, TURN_270 -> width - 1 - x;
        };
    }
}
