package io.cleanplate.desktop.editor.canvas;

import io.cleanplate.imaging.Rect;
import java.util.function.LongSupplier;

/**
 * Which part of the view to draw next, and how well: requests between two pulses become one part; what is too much to be drawn
 * smoothly in a pulse is drawn fast, and made smooth piece by piece when nothing moved for a moment. Parts are in screen
 * pixels. Belongs to the JavaFX thread.
 */
final class Repaint {
    /** Of the 16 ms between two pulses, what drawing may take. */
    private static final double BUDGET_NANOS = 6e6;

    private static final long REST_NANOS = 150_000_000;
    /** To begin with; then it is measured. */
    private static final double USUAL_NANOS_PER_PIXEL = 6;

    private static final int WORTH_MEASURING = 100_000;
    /** So that it comes to an end on the slowest machine. */
    private static final int LEAST_ROWS = 16;

    private final LongSupplier nanoClock;
    private Rect dirty = Rect.EMPTY;
    private Rect coarse = Rect.EMPTY;
    private long lastDrawn;
    private double nanosPerPixel = USUAL_NANOS_PER_PIXEL;

    /** With what tells the time, {@code System::nanoTime}. */
    Repaint(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
    }

    /** Draws a part. */
    @FunctionalInterface
    interface Drawing {
        /** Draws a part, smoothly or fast. */
        void draw(Rect part, boolean smooth);
    }

    /** Has a part drawn at the next pulse. */
    void request(Rect part) {
        dirty = dirty.union(part);
    }

    /** Has all drawn anew; what was asked before counts no more. */
    void restart(Rect all) {
        dirty = all;
        coarse = Rect.EMPTY;
    }

    /** Whether nothing is left to be drawn. */
    boolean done() {
        return dirty.isEmpty() && coarse.isEmpty();
    }

    /**
     * Draws what this pulse has time for.
     *
     * @param sameFast whether drawing fast makes no difference
     */
    void pulse(Rect all, boolean sameFast, Drawing drawing) {
        dirty = dirty.intersect(all);
        coarse = coarse.intersect(all);
        long now = nanoClock.getAsLong();
        if (!dirty.isEmpty()) {
            Rect part = dirty;
            dirty = Rect.EMPTY;
            boolean smooth = sameFast || part.area() * nanosPerPixel <= BUDGET_NANOS;
            draw(part, smooth, sameFast, drawing);
            coarse = smooth ? coarse : coarse.union(part);
            lastDrawn = now;
        } else if (!coarse.isEmpty() && now - lastDrawn >= REST_NANOS) {
            double affordable = BUDGET_NANOS / (nanosPerPixel * coarse.width());
            int rows = (int) Math.min(coarse.height(), Math.max(LEAST_ROWS, affordable));
            Rect part = new Rect(coarse.left(), coarse.top(), coarse.right(), coarse.top() + rows);
            draw(part, true, sameFast, drawing);
            Rect rest = new Rect(coarse.left(), part.bottom(), coarse.right(), coarse.bottom());
            coarse = rest.isEmpty() ? Rect.EMPTY : rest;
        }
    }

    private void draw(Rect part, boolean smooth, boolean sameFast, Drawing drawing) {
        long start = nanoClock.getAsLong();
        drawing.draw(part, smooth);
        if (smooth && !sameFast && part.area() >= WORTH_MEASURING) {
            double measured = (double) (nanoClock.getAsLong() - start) / part.area();
            nanosPerPixel = (3 * nanosPerPixel + measured) / 4;
        }
    }
}
