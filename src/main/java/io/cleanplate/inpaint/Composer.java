package io.cleanplate.inpaint;

import io.cleanplate.imaging.Pixels;
import io.cleanplate.imaging.Rect;
import io.cleanplate.inpaint.plan.Pass;
import io.cleanplate.mask.Mask;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts what a model returned back into a copy of the picture: masked pixels only, all others stay bit for bit. Not
 * thread-safe; one for each picture.
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
    private byte @Nullable [] copy;

    Composer(Pixels original, Mask mask, Seam seam) {
        this.original = original;
        this.mask = mask;
        this.seam = seam;
    }

    /** Copies the picture where that has not happened yet: some milliseconds, best spent while the model is busy. */
    byte[] prepare() {
        if (copy == null) {
            copy = original.color().clone();
        }
        return copy;
    }

    /** Takes the result of a pass, whose planes begin at {@code offset} of {@code planes}. */
    void add(Pass pass, float[] planes, int offset) {
        Rect area = seam == Seam.BLEND ? pass.core() : pass.crop();
        byte[] masked = new byte[Math.toIntExact(area.area())];
        mask.copyInto(area, masked);
        List<Rect> before =
                done.stream().filter(other -> !other.intersect(area).isEmpty()).toList();
        int plane = pass.width() * pass.height();
        int i = 0;
        for (int y = area.top(); y < area.bottom(); y++) {
            int row = offset
                    + (y - pass.crop().top()) * pass.width()
                    - pass.crop().left();
            for (int x = area.left(); x < area.right(); x++) {
                if (masked[i++] != 0) {
                    float share = seam == Seam.REPLACE || before.isEmpty() ? 1 : share(x, y, area, before);
                    put(y * original.width() + x, planes, row + x, plane, share);
                }
            }
        }
        done.add(area);
    }

    /** The picture as it stands, with the mask's inner edge blended over {@code feather} pixels. */
    Pixels finish(int feather) {
        byte[] color = prepare();
        if (feather > 0) {
            new Feather(original, mask, feather).apply(color);
        }
        return original.withColor(color);
    }

    private float share(int x, int y, Rect area, List<Rect> before) {
        float mine = weight(x, y, area);
        float others = 0;
        for (Rect other : before) {
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
        byte[] color = prepare();
        int max = original.maxSample();
        float sample = Math.clamp(value * max, 0f, max);
        if (share < 1) {
            int before = Pixels.get(color, original.depth(), index);
            sample = before + (sample - before) * share;
        }
        Pixels.set(color, original.depth(), index, seam == Seam.REPLACE ? (int) sample : Math.round(sample));
    }
}
