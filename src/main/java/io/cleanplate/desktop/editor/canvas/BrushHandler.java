package io.cleanplate.desktop.editor.canvas;

import io.cleanplate.cleaning.edit.Stroke;
import io.cleanplate.cleaning.edit.StrokeKind;
import io.cleanplate.mask.PaintMode;
import org.jspecify.annotations.Nullable;

/** Brush, eraser and restore: paints along the pointer's way; with Shift, first straight from where the last stroke ended. */
final class BrushHandler implements ToolHandler {
    private final Easel easel;
    private final StrokeKind kind;
    private final boolean erases;
    private @Nullable Stroke stroke;
    private PaintMode mode = PaintMode.ADD;
    private double x;
    private double y;

    BrushHandler(Easel easel, StrokeKind kind, boolean erases) {
        this.easel = easel;
        this.kind = kind;
        this.erases = erases;
    }

    @Override
    public void pressed(Pointer at) {
        mode = erases || at.subtract() ? PaintMode.SUBTRACT : PaintMode.ADD;
        Pointer last = easel.lastEnd();
        Pointer from = at.straight() && last != null ? last : at;
        x = from.x();
        y = from.y();
        stroke = easel.begin(kind);
        lineTo(stroke, at);
    }

    @Override
    public void dragged(Pointer at) {
        if (stroke != null) {
            lineTo(stroke, at);
        }
    }

    private void lineTo(Stroke begun, Pointer at) {
        begun.line(x, y, at.x(), at.y(), easel.radius(), mode);
        x = at.x();
        y = at.y();
    }

    @Override
    public void released(Pointer at) {
        Stroke ended = stroke;
        if (ended != null) {
            if (at.x() != x || at.y() != y) {
                lineTo(ended, at);
            }
            stroke = null;
            ended.commit();
            easel.endedAt(at);
        }
    }

    @Override
    public void cancel() {
        Stroke ended = stroke;
        stroke = null;
        if (ended != null) {
            ended.cancel();
        }
    }
}
