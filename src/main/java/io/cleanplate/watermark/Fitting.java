package io.cleanplate.watermark;

import io.cleanplate.imaging.Pixels;
import io.cleanplate.imaging.Rect;
import java.util.List;

/**
 * Refines where and how strong a known mark lies in a picture: the change it makes, J - I = a (W - I), is linear in its
 * strength and, by its slopes, in small shifts; three unknowns from all pixels by least squares that bounds errors (Lucas
 * and Kanade, An Iterative Image Registration Technique, IJCAI 1981; weights after Huber, 1964). Immutable.
 */
final class Fitting {
    private static final int ROUNDS = 6;
    private static final double BOUND = 6;
    /** How much more a placement at whole pixels may leave unexplained. */
    private static final double WHOLE = 1.03;

    private final MarkPlanes mark;
    private final HarmonicFill fill;

    /** Of a mark that leaves its planes' outermost pixels alone. */
    Fitting(MarkPlanes mark) {
        this.mark = mark;
        byte[] hole = mark.touched();
        fill = new HarmonicFill(hole, mark.width(), mark.height());
    }

    /** Better than the start, within a pixel of it; the strength lies from 0.2 to 2. */
    Placement refine(Pixels pixels, Rect area, Placement start, boolean strengthToo) {
        double dx = start.dx();
        double dy = start.dy();
        double strength = start.strength();
        for (int round = 0; round < ROUNDS; round++) {
            Patch picture = Patch.cut(pixels, area, dx, dy);
            double[] step = step(picture, strength, strengthToo);
            dx = Math.clamp(dx + Math.clamp(step[0], -0.5, 0.5), start.dx() - 1, start.dx() + 1);
            dy = Math.clamp(dy + Math.clamp(step[1], -0.5, 0.5), start.dy() - 1, start.dy() + 1);
            strength = Math.clamp(strength + step[2], 0.2, 2.0);
            if (Math.hypot(step[0], step[1]) < 0.01 && Math.abs(step[2]) < 0.002) {
                break;
            }
        }
        return new Placement(dx, dy, strength);
    }

    /** What the mark hides, filled from around. */
    HarmonicFill fill() {
        return fill;
    }

    /** What speaks for the mark being there. */
    Evidence evidence(Pixels pixels, Rect area, Placement placed) {
        Patch picture = Patch.cut(pixels, area, placed.dx(), placed.dy());
        return Evidence.of(mark.placed(0, 0, placed.strength()), picture, fill);
    }

    /** The simplest placement that explains the picture about as well: as learned, at whole pixels, or as fitted. */
    Placement better(Pixels pixels, Rect area, Placement fitted) {
        Placement whole = new Placement(Math.rint(fitted.dx()), Math.rint(fitted.dy()), 1);
        Placement exact = fitted.snapped();
        double allowed = WHOLE * (1 - evidence(pixels, area, exact).explained());
        for (Placement simple :
                List.of(whole, strengthAt(pixels, area, whole), new Placement(exact.dx(), exact.dy(), 1))) {
            if (1 - evidence(pixels, area, simple).explained() <= allowed) {
                return simple;
            }
        }
        return exact;
    }

    private Placement strengthAt(Pixels pixels, Rect area, Placement at) {
        double strength = at.strength();
        for (int round = 0; round < 3; round++) {
            double[] step = step(Patch.cut(pixels, area, at.dx(), at.dy()), strength, true);
            strength = Math.clamp(strength + step[2], 0.2, 2.0);
        }
        return new Placement(at.dx(), at.dy(), strength);
    }

    private double[] step(Patch picture, double strength, boolean strengthToo) {
        double[][] normal = new double[3][4];
        int width = mark.width();
        float[][] filled = fill.fill(picture);
        for (int c = 0; c < Patch.PLANES; c++) {
            float[] behind = filled[c];
            float[] seen = picture.plane(c);
            float[] change = new float[behind.length];
            for (int i = 0; i < change.length; i++) {
                change[i] = mark.colour(c)[i] - mark.opacity(c)[i] * behind[i];
            }
            for (int i = width; i < change.length - width; i++) {
                if (fill.depth(i) == 0) {
                    continue;
                }
                double error = seen[i] - behind[i] - strength * change[i];
                double weight = 1 / Math.max(BOUND, Math.abs(error));
                double[] slopes = {
                    strength * (change[i + 1] - change[i - 1]) / 2,
                    strength * (change[i + width] - change[i - width]) / 2,
                    strengthToo ? change[i] : 0
                };
                // The patch moves towards the mark: when it lies further right, the mark appears further left in it.
                for (int r = 0; r < 3; r++) {
                    for (int s = 0; s < 3; s++) {
                        normal[r][s] += weight * slopes[r] * slopes[s];
                    }
                    normal[r][3] += weight * slopes[r] * error;
                }
            }
        }
        double[] solution = solved(normal);
        return new double[] {-solution[0], -solution[1], solution[2]};
    }

    /** By elimination; zero for what nothing depends on. */
    private static double[] solved(double[][] m) {
        for (int r = 0; r < 3; r++) {
            m[r][r] += 1e-6;
        }
        for (int r = 0; r < 3; r++) {
            for (int below = r + 1; below < 3; below++) {
                double factor = m[below][r] / m[r][r];
                for (int c = r; c < 4; c++) {
                    m[below][c] -= factor * m[r][c];
                }
            }
        }
        double[] x = new double[3];
        for (int r = 2; r >= 0; r--) {
            double sum = m[r][3];
            for (int c = r + 1; c < 3; c++) {
                sum -= m[r][c] * x[c];
            }
            x[r] = sum / m[r][r];
        }
        return x;
    }
}
