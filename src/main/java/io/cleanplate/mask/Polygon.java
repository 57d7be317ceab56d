package io.cleanplate.mask;

import java.util.Arrays;

/**
 * The pixels whose centres lie inside a closed line by the even-odd rule. A centre on an edge belongs to the side right of
 * and below it, so that polygons with a common edge share no pixel. Scan conversion as in Foley, van Dam, Feiner and
 * Hughes, Computer Graphics (2nd edition), section 3.6, with the crossings of all rows collected edge by edge.
 */
final class Polygon implements Shape {
    private final double[] xs;
    private final double[] ys;

    /** Wraps coordinates without copying them; both arrays have the same length. */
    Polygon(double[] xs, double[] ys) {
        this.xs = xs;
        this.ys = ys;
    }

    @Override
    public void spans(int height, SpanSink sink) {
        int[] ends = new int[height + 1];
        forEachCrossing(height, (y, x) -> ends[y + 1]++);
        Arrays.parallelPrefix(ends, Integer::sum);
        double[] crossings = new double[ends[height]];
        int[] next = ends.clone();
        forEachCrossing(height, (y, x) -> crossings[next[y]++] = x);
        for (int y = 0; y < height; y++) {
            Arrays.sort(crossings, ends[y], ends[y + 1]);
            for (int i = ends[y]; i < ends[y + 1]; i += 2) {
                sink.span(y, Shape.firstCentreFrom(crossings[i]), Shape.firstCentreFrom(crossings[i + 1]));
            }
        }
    }

    private void forEachCrossing(int height, Crossing crossing) {
        for (int i = 0; i < xs.length; i++) {
            int j = (i + 1) % xs.length;
            int end = Math.min(height, Shape.firstCentreFrom(Math.max(ys[i], ys[j])));
            for (int y = Math.max(0, Shape.firstCentreFrom(Math.min(ys[i], ys[j]))); y < end; y++) {
                double part = (y + 0.5 - ys[i]) / (ys[j] - ys[i]);
                crossing.at(y, xs[i] + part * (xs[j] - xs[i]));
            }
        }
    }

    private interface Crossing {
        void at(int y, double x);
    }
}
