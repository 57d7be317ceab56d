package io.cleanplate.imaging;

/** A rectangle of pixels, half-open: {@code left <= x < right}, {@code top <= y < bottom}. Empty when it holds none. */
public record Rect(int left, int top, int right, int bottom) {
    /** The rectangle that holds no pixel. */
    public static final Rect EMPTY = new Rect(0, 0, 0, 0);

    /** The rectangle of a picture's size, its corner at 0, 0. */
    public static Rect ofSize(int width, int height) {
        return new Rect(0, 0, width, height);
    }

    /** Columns, 0 when empty. */
    public int width() {
        return Math.max(0, right - left);
    }

    /** Rows, 0 when empty. */
    public int height() {
        return Math.max(0, bottom - top);
    }

    /** Pixels. */
    public long area() {
        return (long) width() * height();
    }

    /** Whether it holds no pixel. */
    public boolean isEmpty() {
        return right <= left || bottom <= top;
    }

    /** Whether the pixel lies inside. */
    public boolean contains(int x, int y) {
        return x >= left && x < right && y >= top && y < bottom;
    }

    /** Whether every pixel of the other lies inside; an empty one lies in any. */
    public boolean contains(Rect other) {
        return other.isEmpty()
                || (other.left >= left && other.right <= right && other.top >= top && other.bottom <= bottom);
    }

    /** The pixels of both; {@link #EMPTY} when there are none. */
    public Rect intersect(Rect other) {
        Rect common = new Rect(
                Math.max(left, other.left),
                Math.max(top, other.top),
                Math.min(right, other.right),
                Math.min(bottom, other.bottom));
        return common.isEmpty() ? EMPTY : common;
    }

    /** The smallest rectangle that holds both; an empty one adds nothing. */
    public Rect union(Rect other) {
        if (isEmpty()) {
            return other.isEmpty() ? EMPTY : other;
        }
        return other.isEmpty()
                ? this
                : new Rect(
                        Math.min(left, other.left),
                        Math.min(top, other.top),
                        Math.max(right, other.right),
                        Math.max(bottom, other.bottom));
    }

    /** Larger by that many pixels on every side (smaller when negative); an empty one stays empty. */
    public Rect grow(int pixels) {
        if (isEmpty()) {
            return EMPTY;
        }
        Rect grown = new Rect(left - pixels, top - pixels, right + pixels, bottom + pixels);
        return grown.isEmpty() ? EMPTY : grown;
    }

    /** Shown as {@code left,top,right,bottom}. */
    @Override
    public String toString() {
        return left + "," + top + "," + right + "," + bottom;
    }
}
