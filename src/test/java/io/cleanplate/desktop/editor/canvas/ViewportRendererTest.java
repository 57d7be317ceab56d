package io.cleanplate.desktop.editor.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cleanplate.imaging.Pixels;
import io.cleanplate.imaging.Rect;
import io.cleanplate.mask.MaskBuffer;
import io.cleanplate.mask.PaintMode;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ViewportRendererTest {
    private static final int WIDTH = 90;
    private static final int HEIGHT = 70;
    private static final Rect ALL = Rect.ofSize(WIDTH, HEIGHT);
    private static final Frame.Overlay RED = new Frame.Overlay(0xFF0000, 0.5);

    @Test
    void atOneToOneEveryPixelIsThatOfThePicture() {
        Pixels picture = noise(60, 50, 3, 8, false);

        int[] drawn = draw(frame(picture, new ViewTransform(1, 7, -5), 0, true), ALL);

        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                assertThat(drawn[y * WIDTH + x]).isEqualTo(colorAt(picture, x - 7, y + 5));
            }
        }
    }

    @Test
    void atEightToOneEveryPixelIsACrispSquare() {
        Pixels picture = noise(16, 16, 1, 16, false);

        int[] drawn = draw(frame(picture, new ViewTransform(8, -3, 9), 0, true), ALL);

        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                assertThat(drawn[y * WIDTH + x])
                        .isEqualTo(colorAt(picture, Math.floorDiv(x + 3, 8), Math.floorDiv(y - 9, 8)));
            }
        }
    }

    @Test
    void aMaskTintsWhatItCoversAndNothingElse() {
        Pixels picture = noise(60, 50, 3, 8, false);
        MaskBuffer mask = new MaskBuffer(60, 50);
        mask.rectangle(new Rect(10, 10, 30, 20), PaintMode.ADD);
        ViewTransform view = ViewTransform.IDENTITY;

        int[] plain = draw(frame(picture, view, 0, true), ALL);
        int[] tinted = draw(frame(picture, picture, levels(mask), view, 0, true), ALL);

        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int was = plain[y * WIDTH + x];
                int is = tinted[y * WIDTH + x];
                if (!mask.get(x, y)) {
                    assertThat(is).isEqualTo(was);
                } else if (new Rect(11, 11, 29, 19).contains(x, y)) {
                    assertThat(is & 0xFF).isCloseTo((was & 0xFF) / 2, within(1));
                    assertThat(is >> 16 & 0xFF).isCloseTo((was >> 16 & 0xFF) / 2 + 128, within(1));
                } else {
                    assertThat(is).isEqualTo(0xFFFF0000);
                }
            }
        }
    }

    @Test
    void leftOfTheSplitIsTheOriginalWithoutMask() {
        Pixels original = noise(WIDTH, HEIGHT, 3, 8, false);
        Pixels result = original.withColor(new byte[WIDTH * HEIGHT * 3]);
        MaskBuffer mask = new MaskBuffer(WIDTH, HEIGHT);
        mask.rectangle(ALL, PaintMode.ADD);

        int[] drawn = draw(frame(original, result, levels(mask), ViewTransform.IDENTITY, 40, true), ALL);

        assertThat(drawn[20 * WIDTH + 39]).isEqualTo(colorAt(original, 39, 20));
        assertThat(drawn[20 * WIDTH + 40]).isEqualTo(Argb.over(Argb.translucent(0xFF0000, 0.5), 0xFF000000));
    }

    @Test
    void whatIsTransparentLiesOverChecks() {
        byte[] clear = new byte[64 * 64];
        Pixels picture = new Pixels(64, 64, 1, 8, new byte[64 * 64], clear);

        int[] drawn = draw(frame(picture, ViewTransform.IDENTITY, 0, true), ALL);

        assertThat(drawn[0]).isEqualTo(0xFFFFFFFF);
        assertThat(drawn[8]).isEqualTo(0xFFCCCCCC);
        assertThat(drawn[64]).isZero();
    }

    @Test
    void aSpeckOfTheMaskIsSeenFromAfar() {
        Pixels picture = new Pixels(1600, 1200, 1, 8, new byte[1600 * 1200], null);
        MaskBuffer mask = new MaskBuffer(1600, 1200);
        mask.rectangle(new Rect(801, 601, 803, 603), PaintMode.ADD);

        int[] drawn = draw(frame(picture, picture, levels(mask), new ViewTransform(0.05, 0, 0), 0, true), ALL);

        int reddest = 0;
        for (int y = 29; y <= 31; y++) {
            for (int x = 39; x <= 41; x++) {
                reddest = Math.max(reddest, drawn[y * WIDTH + x] >> 16 & 0xFF);
            }
        }
        assertThat(reddest).isGreaterThan(60);
    }

    @Property(tries = 150)
    void drawingAPartGivesWhatDrawingAllGivesThere(
            @ForAll @DoubleRange(min = 0.02, max = 32) double scale,
            @ForAll @IntRange(min = -300, max = 90) int offset,
            @ForAll @IntRange(min = 1, max = 400) int width,
            @ForAll @IntRange(min = 1, max = 300) int height,
            @ForAll boolean smooth,
            @ForAll long seed) {
        Random random = new Random(seed);
        Pixels original = noise(width, height, 3, 8, seed % 2 == 0);
        Pixels result = original.withColor(noise(width, height, 3, 8, false).color());
        MaskBuffer mask = new MaskBuffer(width, height);
        mask.stroke(random.nextDouble() * width, random.nextDouble() * height, width / 2.0, 3, 9, PaintMode.ADD);
        Frame frame = frame(
                original, result, levels(mask), new ViewTransform(scale, offset, Math.floorDiv(offset, 3)), 30, smooth);
        Rect part = new Rect(random.nextInt(40), random.nextInt(30), 41 + random.nextInt(49), 31 + random.nextInt(39));

        int[] all = draw(frame, ALL);
        int[] some = draw(frame, part);

        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                assertThat(some[y * WIDTH + x]).isEqualTo(part.contains(x, y) ? all[y * WIDTH + x] : 0);
            }
        }
    }

    @Property(tries = 60)
    void aPatchedPyramidIsThatOfThePatchedPicture(
            @ForAll @IntRange(min = 1, max = 700) int width,
            @ForAll @IntRange(min = 1, max = 600) int height,
            @ForAll long seed) {
        Random random = new Random(seed);
        Pixels before = noise(width, height, 3, 8, false);
        int left = random.nextInt(width);
        int top = random.nextInt(height);
        Rect area =
                new Rect(left, top, left + 1 + random.nextInt(width - left), top + 1 + random.nextInt(height - top));
        Pixels after = before.withPatch(area, new byte[(int) area.area() * 3]);

        Pyramid patched = Pyramid.of(before).patched(after, area);
        Pyramid rebuilt = Pyramid.of(after);

        for (int level = 0; level <= rebuilt.top(); level++) {
            for (int y = 0; y < rebuilt.height(level); y++) {
                assertThat(row(patched, level, y)).isEqualTo(row(rebuilt, level, y));
            }
        }
    }

    @Property(tries = 60)
    void aMaskKeptInStepIsAsReadAnew(@ForAll @IntRange(min = 1, max = 1200) int side, @ForAll long seed) {
        Random random = new Random(seed);
        MaskBuffer mask = new MaskBuffer(side, 300);
        MaskLevels kept = levels(mask);
        for (int i = 0; i < 6; i++) {
            kept.update(mask.stroke(
                    random.nextInt(side),
                    random.nextInt(300),
                    random.nextInt(side),
                    random.nextInt(300),
                    20,
                    i % 2 == 0 ? PaintMode.ADD : PaintMode.SUBTRACT));
        }

        MaskLevels anew = levels(mask);

        for (int level = 1; level <= anew.top(); level++) {
            int columns = ((side - 1) >> level) + 1;
            for (int y = 0; y <= 299 >> level; y++) {
                byte[] expected = new byte[columns];
                byte[] actual = new byte[columns];
                anew.reader(level, Rect.EMPTY).read(y, 0, columns, expected);
                kept.reader(level, Rect.EMPTY).read(y, 0, columns, actual);
                assertThat(actual).isEqualTo(expected);
            }
        }
    }

    private static int[] row(Pyramid pyramid, int level, int y) {
        int[] row = new int[pyramid.width(level)];
        pyramid.reader(level).read(y, 0, row.length, row);
        return row;
    }

    private static int[] draw(Frame frame, Rect part) {
        int[] target = new int[WIDTH * HEIGHT];
        new ViewportRenderer().draw(frame, part, target, WIDTH);
        return target;
    }

    private static MaskLevels levels(MaskBuffer mask) {
        MaskLevels levels = new MaskLevels(mask.width(), mask.height(), mask::copyInto);
        levels.update(Rect.ofSize(mask.width(), mask.height()));
        return levels;
    }

    private static Frame frame(Pixels picture, ViewTransform view, int split, boolean smooth) {
        return frame(picture, picture, levels(new MaskBuffer(picture.width(), picture.height())), view, split, smooth);
    }

    private static Frame frame(
            Pixels original, Pixels shown, MaskLevels mask, ViewTransform view, int split, boolean smooth) {
        MaskLevels nothing = levels(new MaskBuffer(original.width(), original.height()));
        return new Frame(view, Pyramid.of(original), Pyramid.of(shown), mask, nothing, RED, split, smooth);
    }

    private static int colorAt(Pixels picture, int x, int y) {
        if (!picture.bounds().contains(x, y)) {
            return 0;
        }
        int argb = 0xFF;
        for (int channel = 0; channel < 3; channel++) {
            int sample = picture.sample(x, y, picture.channels() == 1 ? 0 : channel);
            argb = (argb << 8) | (picture.depth() == 8 ? sample : (sample + 128) / 257);
        }
        return argb;
    }

    private static Pixels noise(int width, int height, int channels, int depth, boolean alpha) {
        Random random = new Random(31L * width + height);
        byte[] color = new byte[width * height * channels * (depth / 8)];
        random.nextBytes(color);
        byte[] opacity = alpha ? new byte[width * height * (depth / 8)] : null;
        if (opacity != null) {
            random.nextBytes(opacity);
        }
        return new Pixels(width, height, channels, depth, color, opacity);
    }
}
