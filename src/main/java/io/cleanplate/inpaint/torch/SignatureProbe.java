package io.cleanplate.inpaint.torch;

import ai.djl.engine.EngineException;
import io.cleanplate.inpaint.Batch;
import java.util.Arrays;

/** Runs tiny passes through a fresh network, to learn whether it keeps the signature and how many crops it takes. */
final class SignatureProbe {
    /** More at once gains nothing on a processor, and a graphics card is busy with fewer. */
    static final int MOST_CROPS = 8;

    private static final int SIDE = 32;
    private static final int PLANE = SIDE * SIDE;
    private static final int COLORS = 3;
    /** Half a step of 8 bits. */
    private static final float TOLERANCE = 0.5f / 255;

    private final Network network;

    SignatureProbe(Network network) {
        this.network = network;
    }

    /**
     * The most crops that one pass takes.
     *
     * @throws SignatureException when the network does not do what its signature promises
     * @throws EngineException when PyTorch cannot run it
     */
    int maxBatch() {
        float[] both = joined(checked(crop(0)), checked(crop(1)));
        return takesTwo(both) ? MOST_CROPS : 1;
    }

    private float[] checked(Batch crop) {
        float[] out = network.forward(crop);
        for (int i = 0; i < out.length; i++) {
            boolean keep = crop.masks()[i % PLANE] == 0;
            if (!(out[i] >= -TOLERANCE && out[i] <= 1 + TOLERANCE)
                    || (keep && Math.abs(out[i] - crop.images()[i]) > TOLERANCE)) {
                throw new SignatureException(
                        "it does not answer values in [0,1] that are the picture's own where the" + " mask is 0");
            }
        }
        return out;
    }

    private boolean takesTwo(float[] expected) {
        Batch first = crop(0);
        Batch second = crop(1);
        try {
            float[] out = network.forward(new Batch(
                    2, SIDE, SIDE, joined(first.images(), second.images()), joined(first.masks(), second.masks())));
            for (int i = 0; i < out.length; i++) {
                if (!(Math.abs(out[i] - expected[i]) <= TOLERANCE)) {
                    return false;
                }
            }
            return true;
        } catch (EngineException | SignatureException e) {
            // A file traced for one crop refuses two: an answer, not a failure.
            return false;
        }
    }

    /** A picture of coloured ramps with a hole in its middle; darker with a higher number. */
    private static Batch crop(int number) {
        float[] images = new float[COLORS * PLANE];
        for (int i = 0; i < images.length; i++) {
            images[i] = (i * 7 % 256) / 255f / (1 + 3 * number);
        }
        float[] masks = new float[PLANE];
        Arrays.fill(masks, PLANE / 4, PLANE / 2, 1);
        return new Batch(1, SIDE, SIDE, images, masks);
    }

    private static float[] joined(float[] first, float[] second) {
        float[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }
}
