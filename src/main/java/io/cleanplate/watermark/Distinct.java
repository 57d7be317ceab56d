package io.cleanplate.watermark;

import io.cleanplate.imaging.Pixels;
import io.cleanplate.imaging.Rect;
import java.util.ArrayList;
import java.util.List;

/** Which pictures differ: copies of one photograph agree everywhere, and would pass for a mark. */
final class Distinct {
    private static final int GRID = 24;
    /** Grey levels in the mean by which copies may differ after another turn through JPEG. */
    private static final double COPY = 3;

    private Distinct() {}

    /** How many pictures are left when copies of another one are taken out. */
    static int count(List<Pixels> pictures) {
        List<float[]> kept = new ArrayList<>();
        for (Pixels picture : pictures) {
            float[] sample = sample(picture);
            if (kept.stream().noneMatch(other -> difference(sample, other) < COPY)) {
                kept.add(sample);
            }
        }
        return kept.size();
    }

    private static float[] sample(Pixels picture) {
        float[] sample = new float[GRID * GRID];
        for (int i = 0; i < sample.length; i++) {
            int row = i / GRID;
            int x = (2 * (i % GRID) + 1) * picture.width() / (2 * GRID);
            int y = (2 * row + 1) * picture.height() / (2 * GRID);
            sample[i] = Channel.of(picture, new Rect(x, y, x + 1, y + 1), 0)[0];
        }
        return sample;
    }

    private static double difference(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += Math.abs(one[i] - other[i]);
        }
        return sum / one.length;
    }
}
