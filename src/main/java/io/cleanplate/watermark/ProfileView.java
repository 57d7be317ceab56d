package io.cleanplate.watermark;

import io.cleanplate.imaging.Pixels;

/** A profile's mark to be looked at. Immutable. */
public final class ProfileView {
    /** Opacity below which a pixel's own colour is not known. */
    private static final float SHOWS = 0.02f;

    private static final int NEUTRAL = 128;

    private final MarkPlanes planes;

    /** Of this profile. */
    public ProfileView(Profile profile) {
        planes = profile.planes();
    }

    /** The opacity of luma as a grey picture: black lets all through, white nothing. */
    public Pixels opacity() {
        byte[] grey = new byte[planes.width() * planes.height()];
        for (int i = 0; i < grey.length; i++) {
            grey[i] = level(255 * planes.opacity(0)[i]);
        }
        return new Pixels(planes.width(), planes.height(), 1, 8, grey, null);
    }

    /** The mark's own colours, as if it covered; middle grey where there is no mark. */
    public Pixels colour() {
        byte[] color = new byte[3 * planes.width() * planes.height()];
        for (int i = 0; i < color.length / 3; i++) {
            boolean shows = planes.opacity(0)[i] > SHOWS;
            float luma = shows ? planes.colour(0)[i] / planes.opacity(0)[i] : NEUTRAL;
            float blue = shows ? planes.colour(1)[i] / Math.max(SHOWS, planes.opacity(1)[i]) : 0;
            float red = shows ? planes.colour(2)[i] / Math.max(SHOWS, planes.opacity(2)[i]) : 0;
            float r = luma + red / 0.713f;
            float b = luma + blue / 0.564f;
            color[3 * i] = level(r);
            color[3 * i + 1] = level((luma - 0.299f * r - 0.114f * b) / 0.587f);
            color[3 * i + 2] = level(b);
        }
        return new Pixels(planes.width(), planes.height(), 3, 8, color, null);
    }

    /** The opacity in the mean over the pixels that the mark shows on, 0 to 1. */
    public double meanOpacity() {
        double sum = 0;
        int count = 0;
        for (float opacity : planes.opacity(0)) {
            sum += opacity > SHOWS ? opacity : 0;
            count += opacity > SHOWS ? 1 : 0;
        }
        return sum / Math.max(1, count);
    }

    /** The largest opacity, 0 to 1. */
    public double mostOpacity() {
        double most = 0;
        for (float opacity : planes.opacity(0)) {
            most = Math.max(most, opacity);
        }
        return most;
    }

    private static byte level(float value) {
        return (byte) Math.round(Math.clamp(value, 0f, 255f));
    }
}
