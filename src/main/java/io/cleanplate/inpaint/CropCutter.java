package io.cleanplate.inpaint;

import io.cleanplate.imaging.Pixels;
import io.cleanplate.imaging.Rect;
import io.cleanplate.inpaint.plan.Pass;
import io.cleanplate.mask.Mask;
import java.util.List;

/**
 * Cuts crops out of a picture and its mask as a model takes them: planes of floats in [0,1], padded to the right and below
 * by mirroring, the edge pixel included (what numpy calls "symmetric"). Immutable.
 */
final class CropCutter {
    private final Pixels pixels;
    private final Mask mask;
    private final float[] scaled;

    CropCutter(Pixels pixels, Mask mask) {
        this.pixels = pixels;
        this.mask = mask;
        this.scaled = new float[pixels.maxSample() + 1];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = i / (float) pixels.maxSample();
        }
    }

    /** The batch of these passes, which all have the size of the first. */
    Batch cut(List<Pass> passes) {
        int width = passes.getFirst().width();
        int height = passes.getFirst().height();
        int plane = width * height;
        float[] images = new float[passes.size() * 3 * plane];
        float[] masks = new float[passes.size() * plane];
        for (int i = 0; i < passes.size(); i++) {
            cutImage(passes.get(i), images, i * 3 * plane);
            cutMask(passes.get(i), masks, i * plane);
        }
        return new Batch(passes.size(), width, height, images, masks);
    }

    private void cutImage(Pass pass, float[] target, int offset) {
        Rect crop = pass.crop();
        int plane = pass.width() * pass.height();
        int channels = pixels.channels();
        int[] columns = mirrored(crop.width(), pass.width());
        int[] rows = mirrored(crop.height(), pass.height());
        byte[] color = pixels.cut(crop);
        int depth = pixels.depth();
        int at = offset;
        for (int row : rows) {
            for (int column : columns) {
                int red = (row * crop.width() + column) * channels;
                // Of grey all three planes are made.
                target[at] = scaled[Pixels.get(color, depth, red)];
                target[at + plane] = scaled[Pixels.get(color, depth, red + channels / 2)];
                target[at + 2 * plane] = scaled[Pixels.get(color, depth, red + channels - 1)];
                at++;
            }
        }
    }

    private void cutMask(Pass pass, float[] target, int offset) {
        Rect crop = pass.crop();
        byte[] inside = new byte[crop.width() * crop.height()];
        mask.copyInto(crop, inside);
        int[] columns = mirrored(crop.width(), pass.width());
        int[] rows = mirrored(crop.height(), pass.height());
        int at = offset;
        for (int row : rows) {
            for (int column : columns) {
                target[at++] = inside[row * crop.width() + column];
            }
        }
    }

    /** Source positions of {@code padded} target positions: {@code length} in a row, then back again. */
    private static int[] mirrored(int length, int padded) {
        int[] positions = new int[padded];
        for (int i = 0; i < padded; i++) {
            int folded = i % (2 * length);
            positions[i] = folded < length ? folded : 2 * length - 1 - folded;
        }
        return positions;
    }
}
