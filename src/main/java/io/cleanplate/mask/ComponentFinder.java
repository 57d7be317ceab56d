package io.cleanplate.mask;

import io.cleanplate.imaging.Rect;
import java.util.ArrayList;
import java.util.List;

/** Finds what hangs together in a mask, and which of it lies in no hole of something else. Used once, by one thread. */
final class ComponentFinder {
    /** The background around the picture is labelled first. */
    private static final int OUTSIDE = 0;

    private final Tiles tiles;
    private final Rect bounds;
    private final RunLabels masked = new RunLabels(1);
    private final RunLabels background = new RunLabels(0);
    private final List<Part> parts = new ArrayList<>();

    ComponentFinder(Tiles tiles, Rect bounds) {
        this.tiles = tiles;
        this.bounds = bounds;
        scan();
    }

    /** All of them, by their first pixel in raster order. */
    List<Component> all() {
        return roots().stream().map(Part::toComponent).toList();
    }

    /** Those whose first pixel has above it background that leads out of the picture, by their first pixel. */
    List<Component> outer() {
        return roots().stream()
                .filter(part -> background.find(part.backgroundAbove) == OUTSIDE)
                .map(Part::toComponent)
                .toList();
    }

    private List<Part> roots() {
        return parts.stream()
                .filter(part -> masked.find(part.label) == part.label)
                .toList();
    }

    /** Reads the rows of the bounds with a row of background above and below and a column of it on both sides. */
    private void scan() {
        int left = bounds.left() - 1;
        int right = bounds.right() + 1;
        RowRuns upper = new RowRuns();
        RowRuns runs = new RowRuns();
        RowRuns upperGaps = new RowRuns();
        RowRuns gaps = new RowRuns().readOne(left, right);
        background.nextRow(upperGaps, gaps);
        for (int y = bounds.top(); y < bounds.bottom(); y++) {
            RowRuns spare = upper;
            upper = runs;
            runs = spare.read(tiles, y, bounds.left(), bounds.right());
            masked.nextRow(upper, runs);
            collect(y, runs, gaps);
            RowRuns spareGaps = upperGaps;
            upperGaps = gaps;
            gaps = spareGaps.readGaps(runs, left, right);
            background.nextRow(upperGaps, gaps);
        }
        background.nextRow(gaps, new RowRuns().readOne(left, right));
        for (Part part : parts) {
            int root = masked.find(part.label);
            if (root != part.label) {
                parts.get(root).add(part);
            }
        }
    }

    private void collect(int y, RowRuns runs, RowRuns gapsAbove) {
        int gap = 0;
        for (int run = 0; run < runs.count(); run++) {
            int label = masked.label(run);
            if (label == parts.size()) {
                while (gapsAbove.end(gap) <= runs.start(run)) {
                    gap++;
                }
                parts.add(new Part(label, runs.start(run), y, background.label(gap)));
            }
            parts.get(label).add(y, runs.start(run), runs.end(run));
        }
    }

    /** What one label holds. */
    private static final class Part {
        private final int label;
        private final int firstX;
        private final int firstY;
        private final int backgroundAbove;
        private final Bounds bounds = new Bounds();
        private long area;

        Part(int label, int firstX, int firstY, int backgroundAbove) {
            this.label = label;
            this.firstX = firstX;
            this.firstY = firstY;
            this.backgroundAbove = backgroundAbove;
        }

        void add(int y, int left, int right) {
            bounds.add(y, left, right);
            area += right - left;
        }

        void add(Part other) {
            bounds.add(other.bounds);
            area += other.area;
        }

        Component toComponent() {
            return new Component(bounds.toRect(), area, firstX, firstY);
        }
    }
}
