package io.cleanplate.watermark;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.zip.DataFormatException;

/**
 * Moments as bytes: how many pictures; and unless that is 0, which pixels, one bit each, and for each plane and kind a
 * deflated 16-bit number a pixel: means in 1/64 grey level, all else as half floats. Of the changes, what a line leaves of
 * their spread is written, since the rest follows and would drown it in rounding.
 */
final class MomentsCodec {
    private static final float MEAN_STEPS = 64;

    private MomentsCodec() {}

    static void write(Moments moments, DataOutputStream out) throws IOException {
        out.writeDouble(moments.pictures());
        if (moments.isNone()) {
            return;
        }
        BitSet masked = new BitSet();
        for (int at = 0; at < moments.size(); at++) {
            masked.set(moments.pixel(at));
        }
        write(masked.toByteArray(), out);
        ByteBuffer bytes = ByteBuffer.allocate(Patch.PLANES * Moments.KINDS * moments.size() * Short.BYTES);
        for (int plane = 0; plane < Patch.PLANES; plane++) {
            for (int kind = 0; kind < Moments.KINDS; kind++) {
                for (int at = 0; at < moments.size(); at++) {
                    bytes.putShort(number(moments, plane, kind, at));
                }
            }
        }
        write(Deflated.of(bytes.array()), out);
    }

    private static void write(byte[] bytes, DataOutputStream out) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static short number(Moments moments, int plane, int kind, int at) {
        float value = moments.get(plane, kind, at);
        return switch (kind) {
            case Moments.BEHIND, Moments.CHANGE -> (short) Math.round(Math.clamp(value, -500f, 500f) * MEAN_STEPS);
            case Moments.CHANGE_SPREAD -> half(Math.max(0, value - followed(moments, plane, at)));
            default -> half(value);
        };
    }

    /** Of the spread of the changes, what goes together with what lies behind. */
    private static float followed(Moments moments, int plane, int at) {
        return followed(moments.get(plane, Moments.TOGETHER, at), moments.get(plane, Moments.BEHIND_SPREAD, at));
    }

    private static float followed(float together, float behindSpread) {
        return behindSpread <= 0 ? 0 : together * together / behindSpread;
    }

    private static short half(float value) {
        return Float.floatToFloat16(Math.clamp(value, -65504f, 65504f));
    }

    /** Moments of a rectangle of that size. */
    static Moments read(DataInputStream in, int width, int height) throws IOException, DataFormatException {
        double pictures = in.readDouble();
        if (!(pictures > 0)) {
            return Moments.NONE;
        }
        int[] pixels = BitSet.valueOf(bytes(in)).stream().toArray();
        if (pixels.length > 0 && pixels[pixels.length - 1] >= width * height) {
            throw new IOException("pixels outside the mark");
        }
        ByteBuffer bytes = ByteBuffer.wrap(
                Deflated.inflated(bytes(in), Patch.PLANES * Moments.KINDS * pixels.length * Short.BYTES));
        float[][][] values = new float[Patch.PLANES][Moments.KINDS][pixels.length];
        for (float[][] plane : values) {
            for (int kind = 0; kind < Moments.KINDS; kind++) {
                boolean mean = kind == Moments.BEHIND || kind == Moments.CHANGE;
                for (int at = 0; at < pixels.length; at++) {
                    short number = bytes.getShort();
                    plane[kind][at] = mean ? number / MEAN_STEPS : Float.float16ToFloat(number);
                }
            }
            for (int at = 0; at < pixels.length; at++) {
                plane[Moments.CHANGE_SPREAD][at] +=
                        followed(plane[Moments.TOGETHER][at], plane[Moments.BEHIND_SPREAD][at]);
            }
        }
        return new Moments(pictures, width, height, pixels, values);
    }

    private static byte[] bytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new IOException("too long moments");
        }
        return in.readNBytes(length);
    }
}
