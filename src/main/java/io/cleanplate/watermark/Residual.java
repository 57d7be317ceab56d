package io.cleanplate.watermark;

import java.util.Arrays;

/**
 * Which pixels still differ from all around them after a mark was undone, by more than the picture's own roughness and its
 * amplified noise explain: dust, a stray stroke, or an opacity that was learned wrong there. They are told from the median
 * of their neighbours, so edges of the picture stay. Immutable.
 */
final class Residual {
    private static final int REACH = 2;
    private static final int SIDE = 2 * REACH + 1;
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
        byte[] hole = new byte[luma.length];
        for (int i = 0; i < hole.length; i++) {
            hole[i] = (byte) (mark.touches(i) ? 1 : 0);
        }
        float[] rough = Roughness.of(luma, hole, width, mark.height());
        for (int i = 0; i < luma.length; i++) {
            int x = i % width;
            int y = i / width;
            if (hole[i] != 0 && x >= REACH && y >= REACH && x < width - REACH && y < mark.height() - REACH) {
                double through = Math.max(MarkRemover.LEAST_THROUGH, 1 - mark.opacity(0)[i]);
                double explained = ANYWAY + ROUGH * rough[i] + NOISY * noise / through;
                failed[i] = Math.abs(luma[i] - median(luma, i, width)) > explained;
            }
        }
    }

    private static float median(float[] luma, int at, int width) {
        float[] around = new float[SIDE * SIDE];
        for (int n = 0; n < around.length; n++) {
            around[n] = luma[at + (n / SIDE - REACH) * width + n % SIDE - REACH];
        }
        Arrays.sort(around);
        return around[around.length / 2];
    }

    boolean failed(int i) {
        return failed[i];
    }
}
