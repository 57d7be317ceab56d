package io.cleanplate.desktop.editor.canvas;

import java.util.Arrays;

/**
 * How much of each screen pixel is masked, row by row, and whether the mask's edge runs through it. Keeps three rows, so it
 * belongs to one thread.
 */
final class MaskRows {
    private static final int MASKED = 128;
    private static final int NONE = Integer.MIN_VALUE;

    private final MaskLevels.Reader reader;
    private final Axis columns;
    private final Axis rows;
    private final int left;
    private final byte[] source;
    private final byte[][] kept = new byte[3][];
    private final int[] keptRows = {NONE, NONE, NONE};

    /**
     * Both axes reach one pixel farther on each side than what is asked for.
     *
     * @param left the first screen column of the columns axis
     * @param width columns of the columns axis
     */
    MaskRows(MaskLevels.Reader reader, Axis columns, Axis rows, int left, int width) {
        this.reader = reader;
        this.columns = columns;
        this.rows = rows;
        this.left = left;
        this.source = new byte[columns.end() - columns.lowest()];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = new byte[width];
        }
    }

    /** The values of a screen row, 0 to 255 each, from the first screen column on; to be read before the next call. */
    byte[] row(int screenY) {
        int slot = Math.floorMod(screenY, kept.length);
        byte[] row = kept[slot];
        if (keptRows[slot] != screenY) {
            keptRows[slot] = screenY;
            fill(screenY, row);
        }
        return row;
    }

    private void fill(int screenY, byte[] row) {
        if (!rows.contains(screenY)) {
            Arrays.fill(row, (byte) 0);
            return;
        }
        int lowest = columns.lowest();
        reader.read(rows.first(screenY), lowest, columns.end(), source);
        for (int screen = columns.inside(); screen < columns.outside(); screen++) {
            row[screen - left] = source[columns.first(screen) - lowest];
        }
    }

    /**
     * Lays the mask over a row of pixels.
     *
     * @param from the first of them to be tinted
     * @param shift columns of the axis before the first of them
     */
    void tint(int screenY, int[] pixels, int from, int shift, Frame.Overlay overlay) {
        byte[] above = row(screenY - 1);
        byte[] here = row(screenY);
        byte[] below = row(screenY + 1);
        int edge = overlay.rgb() | 0xFF000000;
        int surface = Argb.translucent(overlay.rgb(), overlay.opacity());
        for (int x = from; x < pixels.length; x++) {
            int at = x + shift;
            int covered = here[at] & 0xFF;
            if (covered == 0) {
                continue;
            }
            boolean inner = masked(above[at]) && masked(below[at]) && masked(here[at - 1]) && masked(here[at + 1]);
            if (covered >= MASKED && !inner) {
                pixels[x] = edge;
            } else {
                pixels[x] = Argb.over(covered == 255 ? surface : Argb.times(surface, covered), pixels[x]);
            }
        }
    }

    private static boolean masked(byte value) {
        return (value & 0xFF) >= MASKED;
    }
}
