package io.cleanplate.desktop.editor.canvas;

import io.cleanplate.cleaning.edit.Stroke;
import io.cleanplate.cleaning.edit.StrokeKind;
import io.cleanplate.mask.PaintMode;
import java.util.ArrayList;
import java.util.List;

/** Paints what a line drawn by hand encloses; release joins its end to its beginning. */
final class LassoHandler implements ToolHandler {
    private static final int CORNERS_OF_AN_AREA = 3;

    private final Easel easel;
    private final List<Pointer> line = new ArrayList<>();

    LassoHandler(Easel easel) {
        this.easel = easel;
    }

    @Override
    public void pressed(Pointer at) {
        line.clear();
        line.add(at);
    }

    @Override
    public void dragged(Pointer at) {
        if (!line.isEmpty()) {
            line.add(at);
            easel.outline(xs(), ys());
        }
    }

    @Override
    public void released(Pointer at) {
        if (line.size() >= CORNERS_OF_AN_AREA) {
            Stroke stroke = easel.begin(StrokeKind.MASK);
            stroke.polygon(xs(), ys(), line.getFirst().subtract() ? PaintMode.SUBTRACT : PaintMode.ADD);
            stroke.commit();
        }
        cancel();
    }

    @Override
    public void cancel() {
        line.clear();
        easel.outline(xs(), ys());
    }

    private double[] xs() {
        return line.stream().mapToDouble(Pointer::x).toArray();
    }

    private double[] ys() {
        return line.stream().mapToDouble(Pointer::y).toArray();
    }
}
