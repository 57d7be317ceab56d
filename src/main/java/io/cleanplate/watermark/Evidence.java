package io.cleanplate.watermark;

/**
 * What speaks for a mark being in a picture where it was placed, read from slopes: a mark that is there makes the slopes of
 * J - I those of a (W - I), in each of its parts as strongly.
 *
 * @param strength how strong the mark is in terms of what was looked for; 1 when that is there, 0 when nothing is
 * @param scatter how much the parts of the mark differ in that, their root mean square
 * @param worst how far the part that differs most does
 * @param explained the share of the slopes' energy inside the mark that it explains; below 0 it would add to it
 * @param contrast root mean square of the change that the mark makes in luma, in grey levels
 */
record Evidence(double strength, double scatter, double worst, double explained, double contrast) {
    /** Sides of a part, in pixels: a sixth of the mark, within these. */
    private static final int LEAST_PART = 8;

    private static final int MOST_PART = 32;
    /** Parts with less than that share of the mean part's slopes are not asked. */
    private static final double PROMINENT = 0.4;

    /** Weighs a mark laid over a patch of its size. */
    static Evidence of(MarkPlanes mark, Patch picture, HarmonicFill fill) {
        int width = mark.width();
        int side = Math.clamp((Math.max(width, mark.height()) - 2 * Learning.MARGIN) / 6, LEAST_PART, MOST_PART);
        int columns = (width + side - 1) / side;
        double[] both = new double[columns * ((mark.height() + side - 1) / side)];
        double[] own = new double[both.length];
        double before = 0;
        double after = 0;
        double square = 0;
        int count = 0;
        float[][] filled = fill.fill(picture);
        for (int c = 0; c < Patch.PLANES; c++) {
            float[] behind = filled[c];
            float[] change = new float[behind.length];
            float[] seen = new float[behind.length];
            for (int i = 0; i < change.length; i++) {
                change[i] = mark.colour(c)[i] - mark.opacity(c)[i] * behind[i];
                seen[i] = picture.plane(c)[i] - behind[i];
                square += c == 0 && fill.depth(i) > 0 ? change[i] * change[i] : 0;
                count += c == 0 && fill.depth(i) > 0 ? 1 : 0;
            }
            for (int i = 0; i < change.length - width; i++) {
                if (fill.depth(i) == 0 && fill.depth(i + 1) == 0 && fill.depth(i + width) == 0) {
                    continue;
                }
                int part = i / width / side * columns + i % width / side;
                for (int step = 1; step <= width; step += width - 1) {
                    double wanted = change[i + step] - change[i];
                    double found =
                            Math.clamp(seen[i + step] - seen[i], -3 * Math.abs(wanted) - 6, 3 * Math.abs(wanted) + 6);
                    both[part] += wanted * found;
                    own[part] += wanted * wanted;
                    before += found * found;
                    after += (found - wanted) * (found - wanted);
                }
            }
        }
        return of(both, own, 1 - after / Math.max(1e-9, before), Math.sqrt(square / Math.max(1, count)));
    }

    private static Evidence of(double[] both, double[] own, double explained, double contrast) {
        double top = 0;
        double bottom = 1e-9;
        for (int part = 0; part < own.length; part++) {
            top += both[part];
            bottom += own[part];
        }
        double strength = top / bottom;
        double scatter = 0;
        double worst = 0;
        for (int part = 0; part < own.length; part++) {
            if (own[part] > 0) {
                double off = both[part] / own[part] - strength;
                worst = own[part] > PROMINENT * bottom / own.length ? Math.max(worst, Math.abs(off)) : worst;
                scatter += own[part] / bottom * off * off;
            }
        }
        return new Evidence(strength, Math.sqrt(scatter), worst, explained, contrast);
    }
}
