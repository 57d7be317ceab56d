package io.cleanplate.inpaint.plan;

import io.cleanplate.imaging.Rect;
import io.cleanplate.mask.Mask;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Splits what is too large for one pass, or mostly empty, into overlapping tiles that hold masked pixels. Of each area the
 * cheapest is taken: one pass, an even grid, or its two halves, split on in the same way. Immutable.
 */
final class Splitter {
    private final Mask mask;
    private final PassLayout layout;
    private final int overlap;

    Splitter(Mask mask, PassLayout layout, int overlap) {
        this.mask = mask;
        this.layout = layout;
        this.overlap = overlap;
    }

    /** Cores that together hold every masked pixel of an area, each fit for a pass; none when nothing is masked there. */
    List<Rect> split(Rect area) {
        Rect core = mask.boundsWithin(area);
        if (core.isEmpty()) {
            return List.of();
        }
        List<Rect> whole = List.of(core);
        if (Math.max(core.width(), core.height()) <= PassLayout.MIN_TILE) {
            return whole;
        }
        List<Rect> halves = tiles(core, core.width() >= core.height() ? 2 : 1, core.width() >= core.height() ? 1 : 2)
                .flatMap(half -> split(half).stream())
                .toList();
        boolean tooLarge = layout.cost(core) == PassLayout.TOO_LARGE;
        return cheaper(tooLarge ? grid(core) : whole, halves);
    }

    private List<Rect> cheaper(List<Rect> one, List<Rect> other) {
        return layout.cost(one) <= layout.cost(other) ? one : other;
    }

    /** The even grid whose passes, were all tiles full, cost least. */
    private List<Rect> grid(Rect core) {
        int columns = 0;
        int rows = 0;
        long least = Long.MAX_VALUE;
        for (int x = 1; x <= most(core.width()); x++) {
            int y = 1;
            while (y < most(core.height()) && costOfTile(core, x, y) == PassLayout.TOO_LARGE) {
                y++;
            }
            long cost = (long) x * y * costOfTile(core, x, y);
            if (costOfTile(core, x, y) != PassLayout.TOO_LARGE && cost < least) {
                least = cost;
                columns = x;
                rows = y;
            }
        }
        return tiles(core, columns, rows)
                .map(mask::boundsWithin)
                .filter(tile -> !tile.isEmpty())
                .toList();
    }

    private int most(int side) {
        return Math.max(1, Math.ceilDiv(side - overlap, PassLayout.MIN_TILE - overlap));
    }

    private long costOfTile(Rect core, int columns, int rows) {
        return layout.costOfTile(tileSide(core.width(), columns), tileSide(core.height(), rows));
    }

    private int tileSide(int side, int count) {
        return Math.ceilDiv(side + (count - 1) * overlap, count);
    }

    /** Tiles of one size, spread evenly over a core; neighbours share at least the overlap. */
    private Stream<Rect> tiles(Rect core, int columns, int rows) {
        int width = tileSide(core.width(), columns);
        int height = tileSide(core.height(), rows);
        List<Rect> tiles = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int left = core.left() + tileStart(core.width() - width, column, columns);
                int top = core.top() + tileStart(core.height() - height, row, rows);
                tiles.add(new Rect(left, top, left + width, top + height));
            }
        }
        return tiles.stream();
    }

    private static int tileStart(int way, int index, int count) {
        return count == 1 ? 0 : (int) ((long) way * index / (count - 1));
    }
}
