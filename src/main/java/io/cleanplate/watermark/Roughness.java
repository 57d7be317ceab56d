package io.cleanplate.watermark;

/** How rough a picture is around each pixel of a hole, told from the known pixels near it. */
final class Roughness {
    /** How far the surroundings reach, in pixels. */
    private static final int AROUND = 6;
    /** Known differences as heavy as those of the whole plane, for where there are few. */
    private static final int WHOLE = 8;

    private Roughness() {}

    /**
     * The root mean square of the differences between known neighbours around each pixel, row by row.
     *
     * @param hole 0 where the plane is known
     */
    static float[] of(float[] plane, byte[] hole, int width, int height) {
        int stride = width + 1;
        double[] sum = new double[stride * (height + 1)];
        double[] count = new double[sum.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int i = y * width + x;
                double square = 0;
                int known = 0;
                if (hole[i] == 0 && x + 1 < width && hole[i + 1] == 0) {
                    square += (plane[i + 1] - plane[i]) * (plane[i + 1] - plane[i]);
                    known++;
                }
                if (hole[i] == 0 && y + 1 < height && hole[i + width] == 0) {
                    square += (plane[i + width] - plane[i]) * (plane[i + width] - plane[i]);
                    known++;
                }
                int to = (y + 1) * stride + x + 1;
                sum[to] = square + sum[to - 1] + sum[to - stride] - sum[to - stride - 1];
                count[to] = known + count[to - 1] + count[to - stride] - count[to - stride - 1];
            }
        }
        float[] values = new float[plane.length];
        double all = sum[sum.length - 1] / Math.max(1, count[count.length - 1]);
        for (int i = 0; i < values.length; i++) {
            int left = Math.max(0, i % width - AROUND);
            int right = Math.min(width, i % width + AROUND + 1);
            int top = Math.max(0, i / width - AROUND) * stride;
            int bottom = Math.min(height, i / width + AROUND + 1) * stride;
            double square = sum[bottom + right] - sum[top + right] - sum[bottom + left] + sum[top + left];
            double known = count[bottom + right] - count[top + right] - count[bottom + left] + count[top + left];
            values[i] = (float) Math.sqrt((square + WHOLE * all) / (known + WHOLE));
        }
        return values;
    }
}
