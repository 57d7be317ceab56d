package io.cleanplate.desktop.editor.canvas;

/** The scales that keys and buttons go through: two to each doubling, so that 100 %, 200 %, 400 % are among them. */
final class ZoomSteps {
    private static final double NEARLY = 1e-6;

    private ZoomSteps() {}

    /** The next larger step. */
    static double above(double scale) {
        return step(Math.floor(index(scale) + NEARLY) + 1);
    }

    /** The next smaller step. */
    static double below(double scale) {
        return step(Math.ceil(index(scale) - NEARLY) - 1);
    }

    private static double index(double scale) {
        double octave = Math.floor(Math.log(scale) / Math.log(2) + NEARLY);
        // Within a doubling the step lies in the middle: 100, 150, 200, 300, 400 %.
        return 2 * octave + 2 * (scale / Math.pow(2, octave) - 1);
    }

    private static double step(double index) {
        double octave = Math.floor(index / 2);
        return Math.pow(2, octave) * (index - 2 * octave == 0 ? 1 : 1.5);
    }
}
