package io.cleanplate.watermark;

import io.cleanplate.imaging.Pixels;
import io.cleanplate.imaging.Rect;
import io.cleanplate.mask.Mask;
import java.util.Arrays;

/**
 * Removes a known mark by undoing how it was laid over: I = (J - a W) / (1 - a). Thread-safe.
 */
public final class MarkRemover {
    /** What a mark must let through at least; below, noise would be amplified more than sevenfold. */
    static final float LEAST_THROUGH = 0.15f;
    /** Grey levels beyond black or white, before amplification, that rounding and JPEG explain. */
    private static final float BEYOND = 6;
    /** The share of a pixel that is smoothed, at most, and the amplification at which half of it is. */
    private static final double SMOOTHED = 0.7;

    /** A remover. */
    public MarkRemover() {}

    /**
     * Removes a profile's mark where it was placed.
     *
     * @param pixels the picture in stored order, 8 or 16 bits, grey or colour
     */
    public Removal remove(Pixels pixels, Profile profile, Placement placement) {
        int wholeX = (int) Math.rint(placement.dx());
        int wholeY = (int) Math.rint(placement.dy());
        Rect usual = profile.place().in(pixels.width(), pixels.height());
        Rect area =
                new Rect(usual.left() + wholeX, usual.top() + wholeY, usual.right() + wholeX, usual.bottom() + wholeY);
        MarkPlanes mark =
                profile.planes().placed(placement.dx() - wholeX, placement.dy() - wholeY, placement.strength());
        Patch picture = Patch.cut(pixels, area);
        double noise = JpegNoise.of(pixels, area);
        Undone undone = new Undone(mark, picture, noise);
        Rect inside = area.intersect(pixels.bounds());
        byte[] left = new byte[pixels.width() * pixels.height()];
        Pixels result =
                inside.isEmpty() ? pixels : pixels.withPatch(inside, undone.samples(pixels, area, inside, left));
        Evidence evidence = Evidence.of(mark, picture, new Fitting(mark).fill());
        Confidence confidence = Confidence.of(
                Judge.presence(evidence, placement),
                Judge.precision(profile, evidence, placement, noise),
                undone.coverage());
        return new Removal(result, Mask.ofGrey(pixels.width(), pixels.height(), left), confidence);
    }

    /** The planes with the mark undone. Confined to one thread. */
    private static final class Undone {
        private final MarkPlanes mark;
        private final float[][] planes = new float[Patch.PLANES][];
        private final Residual residual;
        private int touched;
        private int given;

        Undone(MarkPlanes mark, Patch picture, double noise) {
            this.mark = mark;
            for (int c = 0; c < planes.length; c++) {
                float[] plane = picture.plane(c).clone();
                float[] opacity = mark.opacity(c);
                for (int i = 0; i < plane.length; i++) {
                    if (mark.touches(i)) {
                        plane[i] = (plane[i] - mark.colour(c)[i]) / Math.max(LEAST_THROUGH, 1 - opacity[i]);
                    }
                }
                planes[c] = smoothed(plane, opacity);
            }
            residual = new Residual(mark, planes[0], noise);
        }

        /** Each value drawn to the median of its neighbours, the more its noise was amplified. */
        private float[] smoothed(float[] plane, float[] opacity) {
            int width = mark.width();
            float[] result = plane.clone();
            float[] around = new float[9];
            for (int i = width + 1; i < plane.length - width - 1; i++) {
                double gain = 1 / Math.max(LEAST_THROUGH, 1 - opacity[i]);
                if (gain > 2.2 && mark.touches(i)) {
                    for (int n = 0; n < 9; n++) {
                        around[n] = plane[i + (n / 3 - 1) * width + n % 3 - 1];
                    }
                    Arrays.sort(around);
                    double share = SMOOTHED * (1 - 2.2 / gain);
                    result[i] = (float) (plane[i] + share * (around[4] - plane[i]));
                }
            }
            return result;
        }

        double coverage() {
            return touched == 0 ? 0 : 1 - (double) given / touched;
        }

        byte[] samples(Pixels pixels, Rect area, Rect inside, byte[] left) {
            byte[] samples = pixels.cut(inside);
            float scale = pixels.maxSample() / 255f;
            float[] rgb = new float[3];
            for (int y = inside.top(); y < inside.bottom(); y++) {
                for (int x = inside.left(); x < inside.right(); x++) {
                    int i = (y - area.top()) * mark.width() + x - area.left();
                    if (!mark.touches(i)) {
                        continue;
                    }
                    touched++;
                    rgb(i, rgb);
                    if (cannot(i, rgb, pixels.channels())) {
                        given++;
                        left[y * pixels.width() + x] = (byte) 255;
                        continue;
                    }
                    int at = ((y - inside.top()) * inside.width() + x - inside.left()) * pixels.channels();
                    for (int c = 0; c < pixels.channels(); c++) {
                        float value = pixels.channels() == 1 ? planes[0][i] : rgb[c];
                        Pixels.set(samples, pixels.depth(), at + c, Math.round(Math.clamp(value, 0f, 255f) * scale));
                    }
                }
            }
            return samples;
        }

        private void rgb(int i, float[] rgb) {
            float luma = planes[0][i];
            rgb[0] = luma + planes[2][i] / 0.713f;
            rgb[2] = luma + planes[1][i] / 0.564f;
            rgb[1] = (luma - 0.299f * rgb[0] - 0.114f * rgb[2]) / 0.587f;
        }

        private boolean cannot(int i, float[] rgb, int channels) {
            float through = 1 - mark.opacity(0)[i];
            float beyond = BEYOND / Math.max(LEAST_THROUGH, through) + BEYOND;
            boolean outside = false;
            for (int c = 0; c < 3; c++) {
                float value = channels == 1 ? planes[0][i] : rgb[c];
                outside |= value < -beyond || value > 255 + beyond;
            }
            return through < LEAST_THROUGH || outside || residual.failed(i);
        }
    }
}
