package io.cleanplate.desktop.editor.canvas;

import javafx.scene.shape.Polygon;

/** The line of a rectangle or lasso that is being drawn. Belongs to the JavaFX thread. */
final class Outline {
    private final TwoTone<Polygon> node = new TwoTone<>(Polygon::new);
    private double[] xs = {};
    private double[] ys = {};

    TwoTone<Polygon> node() {
        return node;
    }

    /** Shows a line through these points of the picture, none for no line. */
    void show(double[] columns, double[] rows, ViewTransform view, double screenScale) {
        xs = columns.clone();
        ys = rows.clone();
        node.setVisible(xs.length > 1);
        place(view, screenScale);
    }

    /** Follows the view. */
    void place(ViewTransform view, double screenScale) {
        Double[] points = new Double[2 * xs.length];
        for (int i = 0; i < xs.length; i++) {
            points[2 * i] = view.screenX(xs[i]) / screenScale;
            points[2 * i + 1] = view.screenY(ys[i]) / screenScale;
        }
        node.change(line -> line.getPoints().setAll(points));
    }
}
