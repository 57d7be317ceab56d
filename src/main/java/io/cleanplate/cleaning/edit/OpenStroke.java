package io.cleanplate.cleaning.edit;

import io.cleanplate.imaging.Rect;
import io.cleanplate.mask.MaskBuffer;
import io.cleanplate.mask.PaintMode;
import java.util.function.Consumer;

/** Paints into a buffer until it ends; does nothing any more then. */
final class OpenStroke implements Stroke {
    private final MaskBuffer target;
    private final Consumer<Rect> painted;
    private final Consumer<Boolean> ended;
    private boolean open = true;

    /**
     * @param painted told each rectangle that may have changed
     * @param ended told once, whether to keep what was painted
     */
    OpenStroke(MaskBuffer target, Consumer<Rect> painted, Consumer<Boolean> ended) {
        this.target = target;
        this.painted = painted;
        this.ended = ended;
    }

    @Override
    public void line(double x0, double y0, double x1, double y1, double radius, PaintMode mode) {
        if (open) {
            painted.accept(target.stroke(x0, y0, x1, y1, radius, mode));
        }
    }

    @Override
    public void rectangle(Rect area, PaintMode mode) {
        if (open) {
            painted.accept(target.rectangle(area, mode));
        }
    }

    @Override
    public void polygon(double[] xs, double[] ys, PaintMode mode) {
        if (open) {
            painted.accept(target.polygon(xs, ys, mode));
        }
    }

    @Override
    public void commit() {
        end(true);
    }

    @Override
    public void cancel() {
        end(false);
    }

    private void end(boolean keep) {
        if (open) {
            open = false;
            ended.accept(keep);
        }
    }
}
