package io.cleanplate.watermark;

import io.cleanplate.imaging.Pixels;
import io.cleanplate.imaging.Rect;
import io.cleanplate.watermark.Aligner.Shift;
import java.util.Optional;

/** Finds a profile's mark in a picture, near where the source puts it. Thread-safe. */
public final class MarkFinder {
    /** Pixels in each direction within which the mark is looked for. */
    public static final int REACH = 6;

    /** Agreement of directions below which nothing is looked at closely. */
    private static final double LEAST = 0.15;

    private static final double FOUND = 0.5;

    /** A finder. */
    public MarkFinder() {}

    /** Where the mark is; empty when it is not there, or the picture's size is none of the profile's. */
    public Optional<Found> find(Pixels pixels, Profile profile) {
        Rect area = profile.place().in(pixels.width(), pixels.height());
        if (!profile.sizeClass().accepts(pixels.width(), pixels.height())
                || area.intersect(pixels.bounds()).area() < area.area() / 2) {
            return Optional.empty();
        }
        MarkPlanes mark = profile.planes();
        Rect wide = area.grow(REACH);
        Shift shift = new Aligner(directions(profile), REACH)
                .find(Directions.of(Channel.of(pixels, wide, profile.plane()), wide.width(), wide.height()));
        if (shift.cosine() < LEAST) {
            return Optional.empty();
        }
        Fitting fitting = new Fitting(mark);
        Placement whole = new Placement(Math.rint(shift.dx()), Math.rint(shift.dy()), 1);
        Placement fitted = fitting.refine(pixels, area, whole, true);
        Placement placed = fitting.better(pixels, area, fitted);
        if (Math.max(Math.abs(placed.dx()), Math.abs(placed.dy())) > REACH) {
            return Optional.empty();
        }
        double score = Judge.presence(fitting.evidence(pixels, area, placed), placed);
        return score < FOUND ? Optional.empty() : Optional.of(new Found(placed, score));
    }

    static Directions directions(Profile profile) {
        MarkPlanes mark = profile.planes();
        float[] over = new float[mark.width() * mark.height()];
        float behind = Moments.usual(profile.plane());
        for (int i = 0; i < over.length; i++) {
            over[i] = mark.colour(profile.plane())[i] + (1 - mark.opacity(profile.plane())[i]) * behind;
        }
        return Directions.of(over, mark.width(), mark.height());
    }
}
