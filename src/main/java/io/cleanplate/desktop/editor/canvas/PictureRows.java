package io.cleanplate.desktop.editor.canvas;

/** Draws a picture row by row of the screen. Keeps the last rows it read, so it belongs to one thread. */
final class PictureRows {
    private static final int NONE = -1;

    private final Pyramid.Reader reader;
    private final Axis columns;
    private final Axis rows;
    private final int[] source;
    private int[] upper;
    private int[] lower;
    private int upperRow = NONE;
    private int lowerRow = NONE;

    PictureRows(Pyramid pyramid, int level, Axis columns, Axis rows) {
        this.reader = pyramid.reader(level);
        this.columns = columns;
        this.rows = rows;
        this.source = new int[columns.end() - columns.lowest()];
        this.upper = new int[columns.outside() - columns.inside()];
        this.lower = new int[upper.length];
    }

    /** Draws the columns of a screen row that show picture; the first of them at the start of the target. */
    void draw(int screenY, int[] target) {
        int first = rows.first(screenY);
        int weight = rows.weight(screenY);
        if (first != upperRow) {
            if (first == lowerRow) {
                int[] free = upper;
                upper = lower;
                lower = free;
                lowerRow = NONE;
            } else {
                resample(first, upper);
            }
            upperRow = first;
        }
        if (weight == 0) {
            System.arraycopy(upper, 0, target, 0, upper.length);
            return;
        }
        int second = rows.second(screenY);
        if (second != lowerRow) {
            resample(second, lower);
            lowerRow = second;
        }
        for (int i = 0; i < upper.length; i++) {
            target[i] = Argb.between(upper[i], lower[i], weight);
        }
    }

    private void resample(int row, int[] target) {
        int lowest = columns.lowest();
        reader.read(row, lowest, columns.end(), source);
        for (int i = 0, screen = columns.inside(); i < target.length; i++, screen++) {
            int first = source[columns.first(screen) - lowest];
            int weight = columns.weight(screen);
            target[i] = weight == 0 ? first : Argb.between(first, source[columns.second(screen) - lowest], weight);
        }
    }
}
