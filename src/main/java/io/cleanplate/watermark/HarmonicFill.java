package io.cleanplate.watermark;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Predicts what a hole hides as the smoothest surface over it: each value the mean of its four neighbours, the
 * surroundings given (Laplace's equation), started from layers that grow inwards and finished by successive
 * over-relaxation (Young, Iterative Methods for Solving Partial Difference Equations of Elliptic Type, 1954). What lies
 * outside the patch has no influence. Immutable; made once for a hole and used for many planes, from any thread.
 */
final class HarmonicFill {
    private static final int MOST_ROUNDS = 400;
    private static final float CLOSE_ENOUGH = 0.02f;

    private final int width;
    private final int[] order;
    private final int[] layer;
    private final int[] neighbours;
    private final float relaxation;

    /** For a hole, row by row: 1 to be filled, 0 known. */
    HarmonicFill(byte[] hole, int width, int height) {
        this.width = width;
        layer = new int[hole.length];
        Arrays.fill(layer, -1);
        int[] queue = new int[hole.length];
        int filled = 0;
        for (int i = 0; i < hole.length; i++) {
            if (hole[i] == 0) {
                layer[i] = 0;
                queue[filled++] = i;
            }
        }
        int known = filled;
        for (int next = 0; next < filled; next++) {
            for (int direction = 0; direction < 4; direction++) {
                int to = neighbour(queue[next], direction, height);
                if (layer[to] < 0) {
                    layer[to] = layer[queue[next]] + 1;
                    queue[filled++] = to;
                }
            }
        }
        order = Arrays.copyOfRange(queue, known, filled);
        neighbours = new int[order.length * 4];
        for (int i = 0; i < neighbours.length; i++) {
            neighbours[i] = neighbour(order[i / 4], i % 4, height);
        }
        int depth = order.length == 0 ? 1 : layer[order[order.length - 1]];
        relaxation = (float) (2 / (1 + Math.sin(Math.PI / (2.0 * depth + 1))));
    }

    /** The next pixel left, right, above or below; the pixel itself at the patch's border. */
    private int neighbour(int i, int direction, int height) {
        int x = i % width;
        return switch (direction) {
            case 0 -> x > 0 ? i - 1 : i;
            case 1 -> x < width - 1 ? i + 1 : i;
            case 2 -> i >= width ? i - width : i;
            default -> i < width * (height - 1) ? i + width : i;
        };
    }

    /** How many steps a pixel lies inside the hole; 0 outside. */
    int depth(int i) {
        return layer[i];
    }

    /** All planes of a picture with the hole filled, side by side. */
    float[][] fill(Patch picture) {
        return IntStream.range(0, Patch.PLANES)
                .parallel()
                .mapToObj(c -> fill(picture.plane(c)))
                .toArray(float[][]::new);
    }

    /** A copy of the plane with the hole filled. */
    float[] fill(float[] plane) {
        float[] values = plane.clone();
        for (int at = 0; at < order.length; at++) {
            float sum = 0;
            int count = 0;
            for (int n = 4 * at; n < 4 * at + 4; n++) {
                if (layer[neighbours[n]] < layer[order[at]]) {
                    sum += values[neighbours[n]];
                    count++;
                }
            }
            values[order[at]] = sum / Math.max(1, count);
        }
        float change = Float.MAX_VALUE;
        for (int round = 0; round < MOST_ROUNDS && change > CLOSE_ENOUGH; round++) {
            change = 0;
            for (int at = 0, n = 0; at < order.length; at++, n += 4) {
                int i = order[at];
                float mean = 0.25f
                        * (values[neighbours[n]]
                                + values[neighbours[n + 1]]
                                + values[neighbours[n + 2]]
                                + values[neighbours[n + 3]]);
                float step = relaxation * (mean - values[i]);
                values[i] += step;
                change = Math.max(change, Math.abs(step));
            }
        }
        return values;
    }
}
