package io.cleanplate.mask;

import io.cleanplate.imaging.Rect;
import java.util.Arrays;

/**
 * Finds the pixels no farther than a radius from a pixel of one value, exactly and in time that does not depend on the
 * radius: first each column's distance to that value, then along each row the reach of every column's disc. These are the
 * two passes of the distance transform of Felzenszwalb and Huttenlocher (Distance Transforms of Sampled Functions, Theory
 * of Computing 8, 2012), cut down to one threshold. Pixels outside the picture have neither value.
 */
final class DiscSpread {
    private final Tiles source;
    private final int radius;
    private final byte seed;
    /** How far a disc reaches along a row that lies this many rows from its centre. */
    private final int[] halfWidths;

    /**
     * @param radius in pixels, from 0
     * @param seed the value that spreads: 1 to grow what is masked, 0 to shrink it
     */
    DiscSpread(Tiles source, int radius, int seed) {
        this.source = source;
        this.radius = Math.min(radius, source.width() + source.height());
        this.seed = (byte) seed;
        this.halfWidths = new int[this.radius + 1];
        double square = (double) this.radius * this.radius;
        for (int d = 0; d <= this.radius; d++) {
            halfWidths[d] = (int) Math.sqrt(square - (double) d * d);
        }
    }

    /** The mask after spreading. */
    Tiles run() {
        Tiles target = new Tiles(source.width(), source.height());
        for (int row = 0; row < source.count(); row += source.columns()) {
            int end = row + source.columns();
            for (int index = row; index < end; index++) {
                int first = index;
                while (index < end && mayChange(index)) {
                    index++;
                }
                if (first < index) {
                    spread(target, first, index);
                }
            }
        }
        return target;
    }

    /** Whether the tile may come out with masked pixels. */
    private boolean mayChange(int index) {
        if (seed == 0) {
            return source.tile(index) != null;
        }
        Rect near = source.area(index).grow(radius).intersect(Rect.ofSize(source.width(), source.height()));
        for (int y = near.top() >> Tiles.SHIFT; y <= (near.bottom() - 1) >> Tiles.SHIFT; y++) {
            for (int x = near.left() >> Tiles.SHIFT; x <= (near.right() - 1) >> Tiles.SHIFT; x++) {
                if (source.tile(y * source.columns() + x) != null) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Makes the tiles from one index to before another, side by side. */
    private void spread(Tiles target, int firstIndex, int endIndex) {
        Rect area = source.area(firstIndex).union(source.area(endIndex - 1));
        Rect near = area.grow(radius).intersect(Rect.ofSize(source.width(), source.height()));
        byte[] values = new byte[near.width()];
        int[] distances = new int[near.width()];
        int[][] fromAbove = new int[area.height()][];
        Arrays.fill(distances, radius + 1);
        for (int y = near.top(); y < area.bottom(); y++) {
            step(y, near, values, distances);
            if (y >= area.top()) {
                fromAbove[y - area.top()] = distances.clone();
            }
        }
        Arrays.fill(distances, radius + 1);
        byte[] reached = new byte[area.width()];
        for (int y = near.bottom() - 1; y >= area.top(); y--) {
            step(y, near, values, distances);
            if (y < area.bottom()) {
                int[] nearest = fromAbove[y - area.top()];
                for (int i = 0; i < nearest.length; i++) {
                    nearest[i] = Math.min(nearest[i], distances[i]);
                }
                alongRow(nearest, area.left() - near.left(), reached);
                target.writeRow(y, area.left(), reached);
            }
        }
    }

    /** Goes one row on: the distance to the nearest seed of each column among the rows seen so far. */
    private void step(int y, Rect near, byte[] values, int[] distances) {
        source.copyRow(y, near.left(), near.right(), values, 0);
        for (int i = 0; i < values.length; i++) {
            distances[i] = values[i] == seed ? 0 : Math.min(distances[i], radius) + 1;
        }
    }

    /** From the columns' distances, which pixels of the row come out masked; the row starts {@code skip} columns in. */
    private void alongRow(int[] nearest, int skip, byte[] reached) {
        Arrays.fill(reached, (byte) (1 - seed));
        int reach = -1;
        for (int x = 0; x < skip + reached.length; x++) {
            if (nearest[x] <= radius) {
                reach = Math.max(reach, x + halfWidths[nearest[x]]);
            }
            if (x >= skip && x <= reach) {
                reached[x - skip] = seed;
            }
        }
        reach = nearest.length;
        for (int x = nearest.length - 1; x >= skip; x--) {
            if (nearest[x] <= radius) {
                reach = Math.min(reach, x - halfWidths[nearest[x]]);
            }
            if (x < skip + reached.length && x >= reach) {
                reached[x - skip] = seed;
            }
        }
    }
}
