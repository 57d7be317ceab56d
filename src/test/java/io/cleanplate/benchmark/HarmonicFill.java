package io.cleanplate.benchmark;

import io.cleanplate.imaging.Pixels;
import io.cleanplate.imaging.Rect;
import io.cleanplate.mask.Mask;

/**
 * The smoothest fill of a mask: each masked sample the mean of its four neighbours, the surroundings given (Laplace's
 * equation), by successive over-relaxation.
 */
final class HarmonicFill {
    private static final double RELAXATION = 1.9;
    private static final int MOST_ROUNDS = 5000;
    private static final double CLOSE_ENOUGH = 0.01;

    private HarmonicFill() {}

    static Pixels fill(Pixels marked, Mask mask) {
        byte[] color = marked.color().clone();
        for (int c = 0; c < 3; c++) {
            fillChannel(marked, mask, c, color);
        }
        return marked.withColor(color);
    }

    private static void fillChannel(Pixels marked, Mask mask, int c, byte[] color) {
        Rect area = mask.bounds();
        int width = area.width() + 2;
        double[] values = new double[width * (area.height() + 2)];
        boolean[] hole = new boolean[values.length];
        for (int y = -1; y <= area.height(); y++) {
            for (int x = -1; x <= area.width(); x++) {
                int px = Math.clamp(area.left() + x, 0, marked.width() - 1);
                int py = Math.clamp(area.top() + y, 0, marked.height() - 1);
                int i = (y + 1) * width + x + 1;
                values[i] = marked.sample(px, py, c);
                hole[i] = x >= 0 && y >= 0 && x < area.width() && y < area.height() && mask.get(px, py);
            }
        }
        double change = Double.MAX_VALUE;
        for (int round = 0; round < MOST_ROUNDS && change > CLOSE_ENOUGH; round++) {
            change = 0;
            for (int i = 0; i < values.length; i++) {
                if (hole[i]) {
                    double mean = (values[i - 1] + values[i + 1] + values[i - width] + values[i + width]) / 4;
                    double step = RELAXATION * (mean - values[i]);
                    values[i] += step;
                    change = Math.max(change, Math.abs(step));
                }
            }
        }
        for (int i = 0; i < values.length; i++) {
            if (hole[i]) {
                int px = area.left() + i % width - 1;
                int py = area.top() + i / width - 1;
                color[(py * marked.width() + px) * 3 + c] = (byte) Math.round(Math.clamp(values[i], 0.0, 255.0));
            }
        }
    }
}
