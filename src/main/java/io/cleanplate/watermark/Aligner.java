package io.cleanplate.watermark;

/**
 * Finds how far a mark lies from where it is expected, by the correlation of a picture's {@link Directions} with the
 * mark's, to a fraction of a pixel by the parabola through the peak. Immutable.
 */
final class Aligner {
    /** Lengths of the mark's directions from which on a pixel counts. */
    private static final float EDGE = 0.3f;

    private final Directions mark;
    private final int reach;
    private final int[] edges;
    private final double energy;

    /**
     * @param mark the directions of the mark alone
     * @param reach pixels in each direction within which it is looked for, at least 1
     */
    Aligner(Directions mark, int reach) {
        this.mark = mark;
        this.reach = reach;
        int[] found = new int[mark.width() * mark.height()];
        int count = 0;
        double sum = 0;
        for (int i = 0; i < found.length; i++) {
            float square = mark.x(i) * mark.x(i) + mark.y(i) * mark.y(i);
            if (square > EDGE * EDGE) {
                found[count++] = i;
                sum += square;
            }
        }
        edges = java.util.Arrays.copyOf(found, count);
        energy = sum;
    }

    /**
     * Where the mark lies.
     *
     * @param dx pixels to the right of where it was expected
     * @param dy pixels below
     * @param cosine how well the directions agree there, -1 to 1
     */
    record Shift(double dx, double dy, double cosine) {}

    /** Looks in a picture's directions, whose area is larger than the mark's by the reach on each side. */
    Shift find(Directions picture) {
        int side = 2 * reach + 1;
        double[] scores = new double[side * side];
        int best = 0;
        for (int at = 0; at < scores.length; at++) {
            scores[at] = score(picture, at % side, at / side);
            best = scores[at] > scores[best] ? at : best;
        }
        int x = best % side;
        int y = best / side;
        double dx = x == 0 || x == side - 1 ? 0 : peak(scores[best - 1], scores[best], scores[best + 1]);
        double dy = y == 0 || y == side - 1 ? 0 : peak(scores[best - side], scores[best], scores[best + side]);
        return new Shift(x - reach + dx, y - reach + dy, scores[best]);
    }

    private double score(Directions picture, int shiftX, int shiftY) {
        double both = 0;
        double own = 0;
        for (int i : edges) {
            int at = (i / mark.width() + shiftY) * picture.width() + i % mark.width() + shiftX;
            both += mark.x(i) * picture.x(at) + mark.y(i) * picture.y(at);
            own += picture.x(at) * picture.x(at) + picture.y(at) * picture.y(at);
        }
        return both / Math.sqrt(Math.max(1e-9, energy * own));
    }

    private static double peak(double before, double at, double after) {
        double curve = before - 2 * at + after;
        return curve >= 0 ? 0 : Math.clamp((before - after) / (2 * curve), -0.5, 0.5);
    }
}
