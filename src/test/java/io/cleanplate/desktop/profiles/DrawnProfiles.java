package io.cleanplate.desktop.profiles;

import io.cleanplate.demo.DrawnMark;
import io.cleanplate.demo.DrawnMark.Ink;
import io.cleanplate.imaging.Pixels;
import io.cleanplate.imaging.Rect;
import io.cleanplate.watermark.Anchor;
import io.cleanplate.watermark.MarkPlanes;
import io.cleanplate.watermark.Place;
import io.cleanplate.watermark.Profile;
import io.cleanplate.watermark.Profile.Event;
import io.cleanplate.watermark.Profile.Owner;
import io.cleanplate.watermark.Profile.Quality;
import io.cleanplate.watermark.SizeClass;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Profiles as they would have been learned from pictures with drawn marks. */
final class DrawnProfiles {
    static final Instant NOW = Instant.parse("2026-11-22T14:03:00Z");

    private static final int WIDTH = 1280;
    private static final int HEIGHT = 800;

    private DrawnProfiles() {}

    /** A tiny one, for what is not looked at. */
    static Profile tiny(String source, int version) {
        float[] opacity = new float[8];
        opacity[3] = 0.34f;
        float[] luma = new float[8];
        luma[3] = 87;
        return new Profile(
                new Owner("valley-radio", source),
                SizeClass.ANY,
                new Place(Anchor.BOTTOM_RIGHT, -14, -12, 4, 2),
                0,
                new MarkPlanes(4, 2, opacity, opacity.clone(), new float[][] {luma, new float[8], new float[8]}),
                new Quality(18, 0.8, 1.2, true),
                version,
                List.of(new Event(NOW.minus(Duration.ofDays(3)), version, 18, "Learned from 18 pictures.")));
    }

    /** One to look at: the source's name at the bottom right. */
    static Profile drawn(String source, int version, Ink ink) {
        Pixels black = new Pixels(WIDTH, HEIGHT, 3, 8, new byte[WIDTH * HEIGHT * 3], null);
        DrawnMark mark = mark(source, black, ink);
        Pixels opaque = mark(source, black, Ink.white(ink.opacity())).over(black);
        Pixels coloured = mark.over(black);
        Rect area = new Rect((int) mark.x() - 8, (int) mark.y() - 8, WIDTH, HEIGHT);
        int size = area.width() * area.height();
        float[] opacity = new float[size];
        float[][] colour = new float[3][size];
        for (int i = 0; i < size; i++) {
            int x = area.left() + i % area.width();
            int y = area.top() + i / area.width();
            opacity[i] = opaque.sample(x, y, 0) / 255f;
            float red = coloured.sample(x, y, 0);
            float blue = coloured.sample(x, y, 2);
            float luma = 0.299f * red + 0.587f * coloured.sample(x, y, 1) + 0.114f * blue;
            colour[0][i] = luma;
            colour[1][i] = 0.564f * (blue - luma);
            colour[2][i] = 0.713f * (red - luma);
        }
        Profile tiny = tiny(source, version);
        return new Profile(
                tiny.owner(),
                new SizeClass(WIDTH, false),
                new Place(Anchor.BOTTOM_RIGHT, -area.width(), -area.height(), area.width(), area.height()),
                0,
                new MarkPlanes(area.width(), area.height(), opacity, opacity.clone(), colour),
                tiny.quality(),
                version,
                tiny.history());
    }

    /** The mark of such a profile for a picture. */
    static DrawnMark mark(String source, Pixels picture, Ink ink) {
        return DrawnMark.bottomRight(source, picture, 34, ink);
    }
}
