package io.cleanplate.benchmark;

import io.cleanplate.imaging.Pixels;
import io.cleanplate.imaging.Rect;
import io.cleanplate.mask.Mask;

/**
 * How near a result is to the truth inside a mask: PSNR over all samples, and SSIM of the luma (Wang, Bovik, Sheikh,
 * Simoncelli, IEEE TIP 13(4), 2004: Gaussian window of 11 x 11, sigma 1.5, K1 0.01, K2 0.03) over windows centred there.
 */
final class Quality {
    private static final int RADIUS = 5;
    private static final double C1 = Math.pow(0.01 * 255, 2);
    private static final double C2 = Math.pow(0.03 * 255, 2);

    private Quality() {}

    static double psnr(Pixels truth, Pixels result, Mask mask) {
        Rect area = mask.bounds();
        double sum = 0;
        for (int y = area.top(); y < area.bottom(); y++) {
            for (int x = area.left(); x < area.right(); x++) {
                for (int c = 0; mask.get(x, y) && c < 3; c++) {
                    double difference = truth.sample(x, y, c) - result.sample(x, y, c);
                    sum += difference * difference;
                }
            }
        }
        return 10 * Math.log10(255 * 255 * 3.0 * mask.area() / sum);
    }

    static double ssim(Pixels truth, Pixels result, Mask mask) {
        Rect area = mask.bounds();
        double sum = 0;
        for (int y = area.top(); y < area.bottom(); y++) {
            for (int x = area.left(); x < area.right(); x++) {
                if (mask.get(x, y)) {
                    sum += ssimAt(truth, result, x, y);
                }
            }
        }
        return sum / mask.area();
    }

    private static double ssimAt(Pixels truth, Pixels result, int cx, int cy) {
        double weights = 0;
        double a = 0;
        double b = 0;
        double aa = 0;
        double bb = 0;
        double ab = 0;
        for (int dy = -RADIUS; dy <= RADIUS; dy++) {
            for (int dx = -RADIUS; dx <= RADIUS; dx++) {
                int x = cx + dx;
                int y = cy + dy;
                if (truth.bounds().contains(x, y)) {
                    double w = Math.exp(-(dx * dx + dy * dy) / (2 * 1.5 * 1.5));
                    double t = luma(truth, x, y);
                    double r = luma(result, x, y);
                    weights += w;
                    a += w * t;
                    b += w * r;
                    aa += w * t * t;
                    bb += w * r * r;
                    ab += w * t * r;
                }
            }
        }
        double ma = a / weights;
        double mb = b / weights;
        double va = aa / weights - ma * ma;
        double vb = bb / weights - mb * mb;
        double cov = ab / weights - ma * mb;
        return (2 * ma * mb + C1) * (2 * cov + C2) / ((ma * ma + mb * mb + C1) * (va + vb + C2));
    }

    private static double luma(Pixels pixels, int x, int y) {
        return 0.299 * pixels.sample(x, y, 0) + 0.587 * pixels.sample(x, y, 1) + 0.114 * pixels.sample(x, y, 2);
    }
}
