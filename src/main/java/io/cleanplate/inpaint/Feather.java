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

    /** Changes a result in place. Both arrays hold the samples of the mask's bounds, row by row. */
    void apply(byte[] before, byte[] result) {
        Rect area = mask.bounds();
        Mask outer = mask;
        for (int ring = 1; ring <= width; ring++) {
            Mask inner = mask.shrink(ring);
            blend(outer.subtract(inner), ring / (width + 1f), area, before, result);
            outer = inner;
        }
    }

    private void blend(Mask ring, float share, Rect area, byte[] before, byte[] result) {
        int channels = original.channels();
        int depth = original.depth();
        byte[] row = new byte[area.width()];
        for (int y = area.top(); y < area.bottom(); y++) {
            ring.copyInto(new Rect(area.left(), y, area.right(), y + 1), row);
            int start = (y - area.top()) * area.width() * channels;
            for (int i = 0; i < row.length * channels; i++) {
                if (row[i / channels] != 0) {
                    int under = Pixels.get(before, depth, start + i);
                    int over = Pixels.get(result, depth, start + i);
                    Pixels.set(result, depth, start + i, Math.round(under + (over - under) * share));
                }
            }
        }
    }
}
