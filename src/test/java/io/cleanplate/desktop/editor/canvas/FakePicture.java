package io.cleanplate.desktop.editor.canvas;

import io.cleanplate.cleaning.edit.EditListener;
import io.cleanplate.cleaning.edit.PaintedPicture;
import io.cleanplate.cleaning.edit.Stroke;
import io.cleanplate.cleaning.edit.StrokeKind;
import io.cleanplate.imaging.Pixels;
import io.cleanplate.imaging.Rect;
import io.cleanplate.mask.Mask;
import io.cleanplate.mask.MaskBuffer;
import io.cleanplate.mask.PaintMode;
import java.util.ArrayList;
import java.util.List;

/** A picture that keeps its strokes in two masks, and counts them. */
public final class FakePicture implements PaintedPicture {
    private final Pixels original;
    private final MaskBuffer mask;
    private final MaskBuffer restoring;
    private final List<EditListener> listeners = new ArrayList<>();
    private Pixels shown;
    private int committed;

    /** Nothing painted yet. */
    public FakePicture(Pixels original) {
        this.original = original;
        this.shown = original;
        this.mask = new MaskBuffer(original.width(), original.height());
        this.restoring = new MaskBuffer(original.width(), original.height());
    }

    MaskBuffer mask() {
        return mask;
    }

    int committed() {
        return committed;
    }

    int listeners() {
        return listeners.size();
    }

    /** Shows another picture, different in an area. */
    public void show(Pixels pixels, Rect area) {
        shown = pixels;
        listeners.forEach(listener -> listener.pictureChanged(area));
    }

    @Override
    public Pixels original() {
        return original;
    }

    @Override
    public Pixels shown() {
        return shown;
    }

    @Override
    public void copyMask(Rect area, byte[] target) {
        mask.copyInto(area, target);
    }

    @Override
    public void copyRestoring(Rect area, byte[] target) {
        restoring.copyInto(area, target);
    }

    @Override
    public Stroke begin(StrokeKind kind) {
        return new FakeStroke(kind);
    }

    @Override
    public void listen(EditListener listener) {
        listeners.add(listener);
    }

    @Override
    public void unlisten(EditListener listener) {
        listeners.remove(listener);
    }

    private final class FakeStroke implements Stroke {
        private final StrokeKind kind;
        private final MaskBuffer target;
        private final Mask before;

        FakeStroke(StrokeKind kind) {
            this.kind = kind;
            this.target = kind == StrokeKind.MASK ? mask : restoring;
            this.before = target.snapshot();
        }

        @Override
        public void line(double x0, double y0, double x1, double y1, double radius, PaintMode mode) {
            tell(target.stroke(x0, y0, x1, y1, radius, mode));
        }

        @Override
        public void rectangle(Rect area, PaintMode mode) {
            tell(target.rectangle(area, mode));
        }

        @Override
        public void polygon(double[] xs, double[] ys, PaintMode mode) {
            tell(target.polygon(xs, ys, mode));
        }

        @Override
        public void commit() {
            committed++;
        }

        @Override
        public void cancel() {
            tell(target.set(before));
        }

        private void tell(Rect area) {
            for (EditListener listener : listeners) {
                if (kind == StrokeKind.MASK) {
                    listener.maskChanged(area);
                } else {
                    listener.pictureChanged(area);
                }
            }
        }
    }
}
