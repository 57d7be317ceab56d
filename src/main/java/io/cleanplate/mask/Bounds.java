package io.cleanplate.mask;

import io.cleanplate.imaging.Rect;

/** Collects the smallest rectangle that holds what was added; owned by the one method that makes it. */
final class Bounds {
    private int left = Integer.MAX_VALUE;
    private int top = Integer.MAX_VALUE;
    private int right = Integer.MIN_VALUE;
    private int bottom = Integer.MIN_VALUE;

    /** Adds the pixels {@code from <= x < to} of one row; at least one. */
    void add(int y, int from, int to) {
        left = Math.min(left, from);
        right = Math.max(right, to);
        top = Math.min(top, y);
        bottom = Math.max(bottom, y + 1);
    }

    /** Adds what the other collected. */
    void add(Bounds other) {
        left = Math.min(left, other.left);
        right = Math.max(right, other.right);
        top = Math.min(top, other.top);
        bottom = Math.max(bottom, other.bottom);
    }

    /** What was collected; {@link Rect#EMPTY} when nothing was. */
    Rect toRect() {
        return left < right ? new Rect(left, top, right, bottom) : Rect.EMPTY;
    }
}
