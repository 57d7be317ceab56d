package io.cleanplate.watermark;

import io.cleanplate.imaging.Pixels;
import io.cleanplate.imaging.Rect;
import io.cleanplate.mask.Component;
import io.cleanplate.mask.Mask;
import io.cleanplate.task.TaskMonitor;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where the edges of several pictures agree when they are laid over each other at one anchor: in cells of a few pixels,
 * the mean cosine between the directions of two different pictures. It is near 1 on a mark that all show, the share of
 * such pairs where only some do, and 0 with a spread that falls with the number of pictures elsewhere.
 */
final class Agreement {
    /** Side of a cell, in pixels. */
    private static final int CELL = 4;

    /** Pixels that one thread looks at in one go: rows of cells. */
    private static final int STRIP = 8 * CELL;

    private final Anchor anchor;
    private final int plane;
    private final int width;
    private final int height;
    private final int pictures;
    private final int columns;
    private final int rows;
    private final float[] together;
    private final float[] alone;

    private Agreement(Anchor anchor, int plane, int width, int height, int pictures) {
        this.anchor = anchor;
        this.plane = plane;
        this.width = width;
        this.height = height;
        this.pictures = pictures;
        columns = (width + CELL - 1) / CELL;
        rows = (height + CELL - 1) / CELL;
        together = new float[columns * rows];
        alone = new float[columns * rows];
    }

    /**
     * Lays pictures over each other.
     *
     * @param pictures at least two
     * @param plane which plane's edges to look at, see {@link Channel}
     */
    static Agreement of(List<Pixels> pictures, Anchor anchor, int plane, TaskMonitor monitor) {
        int width = pictures.stream().mapToInt(Pixels::width).min().orElseThrow();
        int height = pictures.stream().mapToInt(Pixels::height).min().orElseThrow();
        Agreement agreement = new Agreement(anchor, plane, width, height, pictures.size());
        Place whole = Place.of(anchor, Rect.ofSize(width, height), width, height);
        IntStream.range(0, (height + STRIP - 1) / STRIP).parallel().forEach(strip -> {
            monitor.checkCancelled();
            agreement.add(pictures, whole, strip * STRIP);
        });
        return agreement;
    }

    private void add(List<Pixels> all, Place whole, int top) {
        int bottom = Math.min(height, top + STRIP);
        float[] sumX = new float[width * (bottom - top)];
        float[] sumY = new float[sumX.length];
        float[] own = new float[sumX.length];
        for (Pixels pixels : all) {
            Rect area = whole.in(pixels.width(), pixels.height());
            Rect strip = new Rect(area.left(), area.top() + top - 1, area.right(), area.top() + bottom + 1);
            Directions directions = Directions.of(Channel.of(pixels, strip, plane), width, bottom - top + 2);
            for (int i = 0; i < sumX.length; i++) {
                float x = directions.x(i + width);
                float y = directions.y(i + width);
                sumX[i] += x;
                sumY[i] += y;
                own[i] += x * x + y * y;
            }
        }
        for (int i = 0; i < sumX.length; i++) {
            int cell = (top + i / width) / CELL * columns + i % width / CELL;
            together[cell] += sumX[i] * sumX[i] + sumY[i] * sumY[i] - own[i];
            alone[cell] += own[i];
        }
    }

    /** The mean cosine over a cell and its neighbours; 0 where there are hardly any edges. */
    float cosine(int column, int row) {
        float both = 0;
        float single = 0;
        int cells = 0;
        for (int r = Math.max(0, row - 1); r <= Math.min(rows - 1, row + 1); r++) {
            for (int c = Math.max(0, column - 1); c <= Math.min(columns - 1, column + 1); c++) {
                both += together[r * columns + c];
                single += alone[r * columns + c];
                cells++;
            }
        }
        float enough = 0.04f * pictures * cells * CELL * CELL;
        return both / Math.max(enough, single) / (pictures - 1);
    }

    /** What one anchor has to offer: the rectangle in the overlap of the pictures, and how many pixels' edges agree. */
    record Region(Place place, int plane, double mass, double cosine) {}

    /** The region in which edges agree most; its mass is 0 when there is none. */
    Region region(double threshold) {
        byte[] grey = new byte[columns * rows];
        for (int i = 0; i < grey.length; i++) {
            grey[i] = (byte) (cosine(i % columns, i / columns) > threshold ? 255 : 0);
        }
        Mask cells = Mask.ofGrey(columns, rows, grey);
        double most = 0;
        List<Component> groups = cells.grow(2).components();
        for (Component group : groups) {
            most = Math.max(most, mass(cells, group.bounds()));
        }
        Rect union = Rect.EMPTY;
        for (Component group : groups) {
            if (mass(cells, group.bounds()) >= most / 4) {
                union = union.union(group.bounds());
            }
        }
        if (union.isEmpty()) {
            return new Region(new Place(anchor, 0, 0, 1, 1), plane, 0, 0);
        }
        Rect area = new Rect(union.left() * CELL, union.top() * CELL, union.right() * CELL, union.bottom() * CELL)
                .intersect(Rect.ofSize(width, height));
        return new Region(Place.of(anchor, area, width, height), plane, most, mean(cells, union));
    }

    private double mass(Mask cells, Rect within) {
        double sum = 0;
        for (int r = within.top(); r < within.bottom(); r++) {
            for (int c = within.left(); c < within.right(); c++) {
                sum += cells.get(c, r) ? together[r * columns + c] : 0;
            }
        }
        return sum / pictures / (pictures - 1);
    }

    private double mean(Mask cells, Rect within) {
        double both = 0;
        double single = 0;
        for (int r = within.top(); r < within.bottom(); r++) {
            for (int c = within.left(); c < within.right(); c++) {
                both += cells.get(c, r) ? together[r * columns + c] : 0;
                single += cells.get(c, r) ? alone[r * columns + c] : 0;
            }
        }
        return both / Math.max(1e-9, single) / (pictures - 1);
    }
}
