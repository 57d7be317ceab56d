package io.cleanplate.desktop.editor.canvas;

import io.cleanplate.cleaning.edit.Stroke;
import io.cleanplate.cleaning.edit.StrokeKind;
import io.cleanplate.imaging.Rect;
import io.cleanplate.mask.PaintMode;
import org.jspecify.annotations.Nullable;

/** Paints every pixel that a rectangle, drawn from corner to corner, touches. */
final class RectangleHandler implements ToolHandler {
    private static final double[] NONE = {};

    private final Easel easel;
    private @Nullable Pointer corner;
    private Rect area = Rect.EMPTY;

    RectangleHandler(Easel easel) {
        this.easel = easel;
    }

    @Override
    public void pressed(Pointer at) {
        corner = at;
        area = Rect.EMPTY;
    }

    @Override
    public void dragged(Pointer at) {
        if (corner == null) {
            return;
        }
        area = new Rect(
                (int) Math.floor(Math.min(corner.x(), at.x())),
                (int) Math.floor(Math.min(corner.y(), at.y())),
                (int) Math.ceil(Math.max(corner.x(), at.x())),
                (int) Math.ceil(Math.max(corner.y(), at.y())));
        easel.outline(
                new double[] {area.left(), area.right(), area.right(), area.left()},
                new double[] {area.top(), area.top(), area.bottom(), area.bottom()});
    }

    @Override
    public void released(Pointer at) {
        Pointer from = corner;
        Rect drawn = area;
        cancel();
        if (from != null && !drawn.isEmpty()) {
            Stroke stroke = easel.begin(StrokeKind.MASK);
            stroke.rectangle(drawn, from.subtract() ? PaintMode.SUBTRACT : PaintMode.ADD);
            stroke.commit();
        }
    }

    @Override
    public void cancel() {
        corner = null;
        area = Rect.EMPTY;
        easel.outline(NONE, NONE);
    }
}
