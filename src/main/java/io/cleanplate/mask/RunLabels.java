package io.cleanplate.mask;

import java.util.Arrays;

/**
 * Tells which runs of pixels hang together, row after row from the top, with union-find over runs instead of pixels (He,
 * Chao and Suzuki, A Run-Based Two-Scan Labeling Algorithm, IEEE Transactions on Image Processing 17(5), 2008). Labels
 * count up in raster order, and the smallest label of a whole stands for it: that of its first run.
 */
final class RunLabels {
    private final int reach;
    private int[] parents = new int[64];
    private int count;
    private int[] above = new int[0];
    private int[] current = new int[16];

    /** @param reach 1 when runs that touch diagonally hang together (8-connected), 0 when not (4-connected) */
    RunLabels(int reach) {
        this.reach = reach;
    }

    /** How many labels were given; they are 0 to this. */
    int count() {
        return count;
    }

    /** The label of a run of the row that was labelled last. */
    int label(int run) {
        return current[run];
    }

    /** Labels the runs of the next row. */
    void nextRow(RowRuns upper, RowRuns runs) {
        int[] spare = above;
        above = current;
        current = spare.length < runs.count() ? new int[Math.max(16, 2 * runs.count())] : spare;
        int first = 0;
        for (int run = 0; run < runs.count(); run++) {
            while (first < upper.count() && upper.end(first) + reach <= runs.start(run)) {
                first++;
            }
            int label = -1;
            for (int i = first; i < upper.count() && upper.start(i) < runs.end(run) + reach; i++) {
                label = label < 0 ? find(above[i]) : join(label, find(above[i]));
            }
            current[run] = label < 0 ? create() : label;
        }
    }

    /** The label that stands for the whole that this label belongs to, as far as rows were read. */
    int find(int label) {
        int root = label;
        while (parents[root] != root) {
            parents[root] = parents[parents[root]];
            root = parents[root];
        }
        return root;
    }

    private int join(int one, int other) {
        int root = Math.min(one, other);
        parents[Math.max(one, other)] = root;
        return root;
    }

    private int create() {
        if (count == parents.length) {
            parents = Arrays.copyOf(parents, 2 * count);
        }
        parents[count] = count;
        return count++;
    }
}
