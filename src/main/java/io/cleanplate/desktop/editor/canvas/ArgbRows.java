package io.cleanplate.desktop.editor.canvas;

import io.cleanplate.imaging.Pixels;
import io.cleanplate.imaging.Rect;

/** Reads rows of a picture as premultiplied ARGB, 8 bits each. Keeps a buffer, so it belongs to one thread. */
final class ArgbRows {
    private static final int OPAQUE = 0xFF000000;

    private final Pixels pixels;
    private byte[] samples = {};

    ArgbRows(Pixels pixels) {
        this.pixels = pixels;
    }

    /** Reads {@code left <= x < right} of a row inside the picture to {@code target[at...]}. */
    void read(int y, int left, int right, int[] target, int at) {
        int length = (right - left) * pixels.bytesOfPixel();
        if (samples.length < length) {
            samples = new byte[length];
        }
        pixels.cutInto(new Rect(left, y, right, y + 1), samples);
        int count = right - left;
        if (pixels.depth() == 16) {
            narrow(count * pixels.channels());
        }
        if (pixels.channels() == 3) {
            for (int i = 0, from = 0; i < count; i++, from += 3) {
                target[at + i] = OPAQUE
                        | ((samples[from] & 0xFF) << 16)
                        | ((samples[from + 1] & 0xFF) << 8)
                        | (samples[from + 2] & 0xFF);
            }
        } else {
            for (int i = 0; i < count; i++) {
                target[at + i] = OPAQUE | ((samples[i] & 0xFF) * 0x010101);
            }
        }
        if (pixels.alpha() != null) {
            for (int i = 0; i < count; i++) {
                int opacity = pixels.alpha(left + i, y);
                target[at + i] = Argb.times(target[at + i], pixels.depth() == 8 ? opacity : toByte(opacity));
            }
        }
    }

    /**
     * Reads single pixels of a row, without turning those between them into colours.
     *
     * @param columns where, ascending
     */
    void pick(int y, int[] columns, int[] target) {
        int left = columns[0];
        int right = columns[columns.length - 1] + 1;
        if (pixels.channels() != 3 || pixels.depth() != 8 || pixels.alpha() != null) {
            int[] row = new int[right - left];
            read(y, left, right, row, 0);
            for (int i = 0; i < columns.length; i++) {
                target[i] = row[columns[i] - left];
            }
            return;
        }
        int length = 3 * (right - left);
        if (samples.length < length) {
            samples = new byte[length];
        }
        pixels.cutInto(new Rect(left, y, right, y + 1), samples);
        for (int i = 0; i < columns.length; i++) {
            int from = 3 * (columns[i] - left);
            target[i] = OPAQUE
                    | ((samples[from] & 0xFF) << 16)
                    | ((samples[from + 1] & 0xFF) << 8)
                    | (samples[from + 2] & 0xFF);
        }
    }

    private void narrow(int count) {
        for (int i = 0; i < count; i++) {
            samples[i] = (byte) toByte(Pixels.get(samples, 16, i));
        }
    }

    /** Rounds 16 bits to 8, as saving does. */
    private static int toByte(int sample) {
        return (sample + 128) / 257;
    }
}
