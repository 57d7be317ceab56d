package io.cleanplate.watermark;

/**
 * Which pixels still differ from nearly all around them after a mark was undone, by more than the picture's own roughness and its
 * amplified noise explain: dust, or an opacity that was learned wrong there. Edges and lines of the picture stay. Immutable.
 */
final class Residual {
    private static final int REACH = 2;
    private static final int SIDE = 2 * REACH + 1;
    /** How many pixels around must be like one. */
    private static final int LIKE = 4;
    /** Grey levels by which any pixel may differ, and how often the roughness and the noise. */
    private static final double ANYWAY = 12;

    private static final double ROUGH = 6;
    private static final double NOISY = 5;

    private final boolean[] failed;

    /**
     * Looks at what a mark touches.
     *
     * @param luma with the mark undone, as large as the mark
     * @param noise of the picture before, in grey levels
     */
    Residual(MarkPlanes mark, float[] luma, double noise) {
        int width = mark.width();
        failed = new boolean[luma.length];
        byte[] hole = mark.touched();
        float[] rough = Roughness.of(luma, hole, width, mark.height());
        for (int i = 0; i < luma.length; i++) {
            int x = i % width;
            int y = i / width;
            if (hole[i] != 0 && x >= REACH && y >= REACH && x < width - REACH && y < mark.height() - REACH) {
                double through = Math.max(MarkRemover.LEAST_THROUGH, 1 - mark.opacity(0)[i]);
                double explained = ANYWAY + ROUGH * rough[i] + NOISY * noise / through;
                failed[i] = !hasLike(luma, i, width, explained);
            }
        }
    }

    /** Whether a line of pixels, the thinnest thing that pictures show, goes through this one. */
    private static boolean hasLike(float[] luma, int at, int width, double within) {
        int like = 0;
        for (int n = 0; n < SIDE * SIDE && like <= LIKE; n++) {
            float other = luma[at + (n / SIDE - REACH) * width + n % SIDE - REACH];
            like += Math.abs(luma[at] - other) <= within ? 1 : 0;
        }
        return like > LIKE;
    }

    boolean failed(int i) {
        return failed[i];
    }
}
