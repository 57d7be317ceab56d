package io.cleanplate.watermark;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The median over pictures of their {@link Directions}, pixel by pixel, x and y apart (Dekel et al., CVPR 2017, section
 * 3.1): near 1 long on the mark's edges, near 0 elsewhere.
 */
final class Consensus {
    private Consensus() {}

    /** Of pictures that are laid over each other; at least one, all of one size. */
    static Directions median(List<Directions> pictures) {
        Directions first = pictures.getFirst();
        int width = first.width();
        float[] x = new float[width * first.height()];
        float[] y = new float[x.length];
        IntStream.range(0, first.height()).parallel().forEach(row -> {
            float[] values = new float[pictures.size()];
            for (int i = row * width; i < (row + 1) * width; i++) {
                for (int k = 0; k < values.length; k++) {
                    values[k] = pictures.get(k).x(i);
                }
                x[i] = middle(values);
                for (int k = 0; k < values.length; k++) {
                    values[k] = pictures.get(k).y(i);
                }
                y[i] = middle(values);
            }
        });
        return new Directions(width, first.height(), x, y);
    }

    private static float middle(float[] values) {
        Arrays.sort(values);
        int half = values.length / 2;
        return values.length % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
    }
}
