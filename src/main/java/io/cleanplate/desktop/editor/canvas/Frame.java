package io.cleanplate.desktop.editor.canvas;

/**
 * All that decides how the view looks. Sizes and positions in screen pixels.
 *
 * @param view where the picture lies, snapped to whole pixels
 * @param original the picture as it was opened
 * @param shown the picture as it is now, of the same size
 * @param mask what is masked
 * @param restoring what a stroke that has not ended brings back
 * @param overlay how the mask is drawn
 * @param split left of this column the original is shown, without mask
 * @param smooth false to draw fast while a gesture goes on
 */
record Frame(
        ViewTransform view,
        Pyramid original,
        Pyramid shown,
        MaskLevels mask,
        MaskLevels restoring,
        Overlay overlay,
        int split,
        boolean smooth) {
    /** From this scale on a pixel of the picture is a crisp square. */
    private static final double CRISP = 4;

    /**
     * How the mask is drawn.
     *
     * @param rgb its colour
     * @param opacity of its surface, 0 to 1; its edge is opaque
     */
    record Overlay(int rgb, double opacity) {}

    /** The level of the pyramid to read: the smallest that is no smaller than what is drawn. */
    int level(int top) {
        return Math.clamp((int) Math.floor(Math.log(1 / view.scale()) / Math.log(2) + 1e-9), 0, top);
    }

    /** The level of the mask to read: one whose pixels are no smaller than those drawn, so that none is stepped over. */
    int maskLevel(int top) {
        return Math.clamp((int) Math.ceil(Math.log(1 / view.scale()) / Math.log(2) - 1e-9), 0, top);
    }

    /** Whether each screen pixel takes the one pixel of the picture that it lies in. */
    boolean nearest() {
        return !smooth || looksSameFast();
    }

    /** Whether drawing fast makes no difference. */
    boolean looksSameFast() {
        return view.scale() >= CRISP || view.scale() == 1;
    }
}
