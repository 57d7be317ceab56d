package io.cleanplate.inpaint;

import io.cleanplate.imaging.Pixels;
import io.cleanplate.imaging.Rect;
import io.cleanplate.inpaint.plan.Pass;
import io.cleanplate.mask.Mask;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts what a model returned back over the picture: masked pixels only, all others stay bit for bit. Not thread-safe;
 * one for each picture.
 */
final class Composer {
    /** How neighbouring passes meet. */
    enum Seam {
        /**
         * Values are rounded, and where the cores of passes overlap they are blended, each the stronger the farther a
         * pixel lies inside its core.
         */
        BLEND,
        /** Values are truncated and a later pass replaces an earlier one within its whole crop, as IOPaint does. */
        REPLACE
    }

    private static final float RED = 0.299f;
    private static final float GREEN = 0.587f;
    private static final float BLUE = 0.114f;

    private final Pixels original;
    private final Mask mask;
    private final Seam seam;
    private final List<Rect> done = new ArrayList<>();
    private final Rect area;
    private final byte[] before;
    private final byte[] changed;

    Composer(Pixels original, Mask mask, Seam seam) {
        this.original = original;
        this.mask = mask;
        this.seam = seam;
        this.area = mask.bounds();
        this.before = original.cut(area);
        this.changed = before.clone();
    }

    /** Takes the result of a pass, whose planes begin at {@code offset} of {@code planes}. */
    void add(Pass pass, float[] planes, int offset) {
        Rect part = (seam == Seam.BLEND ? pass.core() : pass.crop()).intersect(area);
        byte[] masked = new byte[Math.toIntExact(part.area())];
        mask.copyInto(part, masked);
        List<Rect> overlapping =
                done.stream().filter(other -> !other.intersect(part).isEmpty()).toList();
        int plane = pass.width() * pass.height();
        int i = 0;
        for (int y = part.top(); y < part.bottom(); y++) {
            int row = offset
                    + (y - pass.crop().top()) * pass.width()
                    - pass.crop().left();
            for (int x = part.left(); x < part.right(); x++) {
                if (masked[i++] != 0) {
                    float share = seam == Seam.REPLACE || overlapping.isEmpty() ? 1 : share(x, y, part, overlapping);
                    put((y - area.top()) * area.width() + x - area.left(), planes, row + x, plane, share);
                }
            }
        }
        done.add(part);
    }

    /** The picture as it stands, with the mask's inner edge blended over {@code feather} pixels. */
    Pixels finish(int feather) {
        if (feather > 0) {
            new Feather(original, mask, feather).apply(before, changed);
        }
        return original.withPatch(area, changed);
    }

    private float share(int x, int y, Rect part, List<Rect> overlapping) {
        float mine = weight(x, y, part);
        float others = 0;
        for (Rect other : overlapping) {
            if (other.contains(x, y)) {
                others += weight(x, y, other);
            }
        }
        return mine / (mine + others);
    }

    /** Distance to the nearest side of the core, at least 1; the picture's own border is no side. */
    private float weight(int x, int y, Rect core) {
        int distance = Integer.MAX_VALUE;
        if (core.left() > 0) {
            distance = Math.min(distance, x - core.left());
        }
        if (core.top() > 0) {
            distance = Math.min(distance, y - core.top());
        }
        if (core.right() < original.width()) {
            distance = Math.min(distance, core.right() - 1 - x);
        }
        if (core.bottom() < original.height()) {
            distance = Math.min(distance, core.bottom() - 1 - y);
        }
        return distance == Integer.MAX_VALUE ? 1 : distance + 1f;
    }

    private void put(int pixel, float[] planes, int at, int plane, float share) {
        int first = pixel * original.channels();
        if (original.channels() == 1) {
            float grey = RED * planes[at] + GREEN * planes[at + plane] + BLUE * planes[at + 2 * plane];
            write(first, grey, share);
        } else {
            write(first, planes[at], share);
            write(first + 1, planes[at + plane], share);
            write(first + 2, planes[at + 2 * plane], share);
        }
    }

    private void write(int index, float value, float share) {
        int max = original.maxSample();
        float sample = Math.clamp(value * max, 0f, max);
        if (share < 1) {
            int earlier = Pixels.get(changed, original.depth(), index);
            sample = earlier + (sample - earlier) * share;
        }
        Pixels.set(changed, original.depth(), index, seam == Seam.REPLACE ? (int) sample : Math.round(sample));
    }
}
