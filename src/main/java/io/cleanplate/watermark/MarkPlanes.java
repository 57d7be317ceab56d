package io.cleanplate.watermark;

/**
 * What a mark does to a picture: each of its values becomes (1 - a) times itself plus a times the mark's colour. Kept in
 * luma and chroma, whose opacities differ since JPEG blurs chroma. Immutable by contract: planes are handed out without a
 * copy and must not be changed.
 */
public final class MarkPlanes {
    /** Mean and spread of photographs in each plane. */
    private static final double[] USUAL = {110, 0, 0};

    private static final double[] SPREAD = {60, 15, 15};

    /** What softened edges lose beyond what moving them again shows, as measured on drawn marks. */
    private static final double UNSEEN = 1.3;

    private final int width;
    private final int height;
    private final float[] lumaOpacity;
    private final float[] chromaOpacity;
    private final float[][] colour;

    /**
     * Takes planes over, each row by row.
     *
     * @param lumaOpacity a of luma, 0 to 1
     * @param chromaOpacity a of chroma, 0 to 1
     * @param colour a times the mark's luma (0 to 255), blue difference and red difference (around 0)
     * @throws IllegalArgumentException when the sizes do not fit together
     */
    public MarkPlanes(int width, int height, float[] lumaOpacity, float[] chromaOpacity, float[][] colour) {
        int size = width * height;
        if (lumaOpacity.length != size || chromaOpacity.length != size || colour.length != Patch.PLANES) {
            throw new IllegalArgumentException("planes do not fit " + width + " x " + height);
        }
        this.width = width;
        this.height = height;
        this.lumaOpacity = lumaOpacity;
        this.chromaOpacity = chromaOpacity;
        this.colour = colour;
    }

    /** Columns. */
    public int width() {
        return width;
    }

    /** Rows. */
    public int height() {
        return height;
    }

    /** The opacity that plane 0 (luma), 1 or 2 (chroma) is composited with. */
    public float[] opacity(int plane) {
        return plane == 0 ? lumaOpacity : chromaOpacity;
    }

    /** Opacity times the mark's value in plane 0 (luma), 1 (blue difference) or 2 (red difference). */
    public float[] colour(int plane) {
        return colour[plane];
    }

    /** Whether the mark touches a pixel in a way that eight bits can show. */
    boolean touches(int i) {
        return lumaOpacity[i] > 0.004f || chromaOpacity[i] > 0.004f || Math.abs(colour[0][i]) > 0.5f;
    }

    /** 1 for each pixel that the mark touches, else 0, row by row. */
    byte[] touched() {
        byte[] touched = new byte[lumaOpacity.length];
        for (int i = 0; i < touched.length; i++) {
            touched[i] = (byte) (touches(i) ? 1 : 0);
        }
        return touched;
    }

    /**
     * How far undoing is off, in grey levels of red, green and blue over usual pictures, where this is drawn at a part of a
     * pixel to the right and down: interpolation softens edges, and by how much is seen when it is moved there and back. Root
     * mean square.
     */
    double softened(double dx, double dy) {
        double acrossPart = dx - Math.rint(dx);
        double downPart = dy - Math.rint(dy);
        if (acrossPart == 0 && downPart == 0) {
            return 0;
        }
        MarkPlanes back = placed(acrossPart, downPart, 1).placed(-acrossPart, -downPart, 1);
        double squares = 0;
        int touched = 0;
        for (int i = 0; i < lumaOpacity.length; i++) {
            if (touches(i)) {
                for (int c = 0; c < Patch.PLANES; c++) {
                    double opacityOff = opacity(c)[i] - back.opacity(c)[i];
                    double off = colour[c][i] - back.colour[c][i] - USUAL[c] * opacityOff;
                    double through = Math.max(MarkRemover.LEAST_THROUGH, 1 - opacity(c)[i]);
                    double spread = SPREAD[c] * opacityOff;
                    squares += Patch.IN_COLOUR[c] * (off * off + spread * spread) / (through * through);
                }
                touched++;
            }
        }
        return UNSEEN * Math.sqrt(squares / Math.max(1, touched));
    }

    /** By how much the mark changes a pixel that would have a value in a plane. */
    float change(int plane, int i, float behind) {
        return colour[plane][i] - opacity(plane)[i] * behind;
    }

    /** By how much the mark changes luma in usual pictures, in grey levels: root mean square over what it touches. */
    double contrast() {
        double squares = 0;
        int touched = 0;
        for (int i = 0; i < lumaOpacity.length; i++) {
            if (touches(i)) {
                double mean = colour[0][i] - USUAL[0] * lumaOpacity[i];
                double spread = SPREAD[0] * lumaOpacity[i];
                squares += mean * mean + spread * spread;
                touched++;
            }
        }
        return Math.sqrt(squares / Math.max(1, touched));
    }

    /** How much noise grows by undoing this: the root mean square of 1 / (1 - a) over what it touches. */
    double gain() {
        double squares = 0;
        int touched = 0;
        for (int i = 0; i < lumaOpacity.length; i++) {
            if (touches(i)) {
                double through = Math.max(MarkRemover.LEAST_THROUGH, 1 - lumaOpacity[i]);
                squares += 1 / (through * through);
                touched++;
            }
        }
        return touched == 0 ? 1 : Math.sqrt(squares / touched);
    }

    /** The same mark moved by a part of a pixel to the right and down, and with its opacity times a strength. */
    MarkPlanes placed(double dx, double dy, double strength) {
        return new MarkPlanes(
                width,
                height,
                placed(lumaOpacity, dx, dy, strength),
                placed(chromaOpacity, dx, dy, strength),
                new float[][] {
                    placed(colour[0], dx, dy, strength),
                    placed(colour[1], dx, dy, strength),
                    placed(colour[2], dx, dy, strength)
                });
    }

    private float[] placed(float[] plane, double dx, double dy, double strength) {
        float[] moved = dx == 0 && dy == 0 ? plane.clone() : Resampling.moved(plane, width, height, dx, dy);
        for (int i = 0; i < moved.length; i++) {
            moved[i] *= (float) strength;
        }
        return moved;
    }
}
