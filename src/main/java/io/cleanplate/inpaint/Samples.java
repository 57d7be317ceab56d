package io.cleanplate.inpaint;

/** Single samples of the arrays in {@link io.cleanplate.imaging.Pixels}. */
final class Samples {
    private Samples() {}

    static int get(byte[] samples, int depth, int index) {
        return depth == 8
                ? samples[index] & 0xFF
                : ((samples[2 * index] & 0xFF) << 8) | (samples[2 * index + 1] & 0xFF);
    }

    static void set(byte[] samples, int depth, int index, int value) {
        if (depth == 8) {
            samples[index] = (byte) value;
        } else {
            samples[2 * index] = (byte) (value >> 8);
            samples[2 * index + 1] = (byte) value;
        }
    }
}
