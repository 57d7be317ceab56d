package io.cleanplate.inpaint;

import io.cleanplate.imaging.Pixels;
import io.cleanplate.imaging.Rect;
import io.cleanplate.mask.Mask;

/**
 * Blends result and original at the inner edge of the mask: of {@code width} rings of pixels the outermost takes
 * {@code 1 / (width + 1)} of the result, the next {@code 2 / (width + 1)}, and so on. The picture's own border is no edge.
 */
final class Feather {
    private final Pixels original;
    private final Mask mask;
    private final int width;

    Feather(Pixels original, Mask mask, int width) {
        this.original = original;
        this.mask = mask;
        this.width = width;
    }

    /** Changes the samples of a result in place. */
    void apply(byte[] color) {
        Mask outer = mask;
        for (int ring = 1; ring <= width; ring++) {
            Mask inner = mask.shrink(ring);
            blend(outer.subtract(inner), ring / (width + 1f), color);
            outer = inner;
        }
    }

    private void blend(Mask ring, float share, byte[] color) {
        Rect bounds = ring.bounds();
        byte[] row = new byte[bounds.width()];
        int channels = original.channels();
        for (int y = bounds.top(); y < bounds.bottom(); y++) {
            ring.copyInto(new Rect(bounds.left(), y, bounds.right(), y + 1), row);
            int start = (y * original.width() + bounds.left()) * channels;
            for (int i = 0; i < row.length * channels; i++) {
                if (row[i / channels] != 0) {
                    int before = Pixels.get(original.color(), original.depth(), start + i);
                    int after = Pixels.get(color, original.depth(), start + i);
                    Pixels.set(color, original.depth(), start + i, Math.round(before + (after - before) * share));
                }
            }
        }
    }
}
