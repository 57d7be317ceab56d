package io.cleanplate.mask;

import static org.assertj.core.api.Assertions.assertThat;

import io.cleanplate.imaging.Rect;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class MaskPropertiesTest {
    @Provide
    Arbitrary<Mask> small() {
        return Drawn.small();
    }

    @Provide
    Arbitrary<Mask> sparse() {
        return Drawn.sparse();
    }

    @Property(tries = 200)
    void greyRoundTripKeepsEveryPixel(@ForAll("small") Mask mask) {
        assertThat(Mask.ofGrey(mask.width(), mask.height(), mask.toGrey())).isEqualTo(mask);
    }

    @Property(tries = 200)
    void invertedTwiceIsTheSame(@ForAll("small") Mask mask) {
        assertThat(mask.invert().area()).isEqualTo((long) mask.width() * mask.height() - mask.area());
        assertThat(mask.invert().invert()).isEqualTo(mask);
    }

    @Property(tries = 20)
    void invertedTwiceIsTheSameAcrossTiles(@ForAll("sparse") Mask mask) {
        assertThat(mask.invert().area()).isEqualTo((long) mask.width() * mask.height() - mask.area());
        assertThat(mask.invert().invert()).isEqualTo(mask);
    }

    @Property(tries = 200)
    void boundsHoldEveryMaskedPixelTightly(
            @ForAll("small") Mask mask,
            @ForAll @IntRange(min = -5, max = 45) int left,
            @ForAll @IntRange(min = -5, max = 45) int top) {
        Rect within = new Rect(left, top, left + 17, top + 9);
        Rect expected = Rect.EMPTY;
        long area = 0;
        for (int y = 0; y < mask.height(); y++) {
            for (int x = 0; x < mask.width(); x++) {
                if (mask.get(x, y) && within.contains(x, y)) {
                    expected = expected.union(new Rect(x, y, x + 1, y + 1));
                    area++;
                }
            }
        }

        assertThat(mask.boundsWithin(within)).isEqualTo(expected);
        assertThat(mask.areaWithin(within)).isEqualTo(area);
    }

    @Property(tries = 200)
    void growsByExactlyTheDisc(@ForAll("small") Mask mask, @ForAll @IntRange(min = 0, max = 12) int radius) {
        assertThat(mask.grow(radius)).isEqualTo(stamped(mask, radius));
    }

    @Property(tries = 30)
    void growsByExactlyTheDiscAcrossTiles(
            @ForAll("sparse") Mask mask, @ForAll @IntRange(min = 0, max = 40) int radius) {
        assertThat(mask.grow(radius)).isEqualTo(stamped(mask, radius));
    }

    @Property(tries = 200)
    void shrinkingIsGrowingTheRest(@ForAll("small") Mask mask, @ForAll @IntRange(min = 0, max = 12) int radius) {
        assertThat(mask.shrink(radius)).isEqualTo(stamped(mask.invert(), radius).invert());
    }

    @Property(tries = 20)
    void shrinkingIsGrowingTheRestAcrossTiles(
            @ForAll("sparse") Mask mask, @ForAll @IntRange(min = 1, max = 40) int radius) {
        Mask blots = mask.grow(radius);

        assertThat(blots.shrink(radius / 2))
                .isEqualTo(blots.invert().grow(radius / 2).invert());
    }

    @Property(tries = 200)
    void grownThenShrunkHoldsTheOriginal(@ForAll("small") Mask mask, @ForAll @IntRange(min = 0, max = 12) int radius) {
        assertThat(mask.subtract(mask.grow(radius).shrink(radius)).isEmpty()).isTrue();
    }

    @Property(tries = 300)
    void componentsAreThoseOfAFloodFill(@ForAll("small") Mask mask) {
        assertThat(mask.components()).isEqualTo(flooded(mask));
    }

    @Property(tries = 20)
    void componentsAreThoseOfAFloodFillAcrossTiles(@ForAll("sparse") Mask mask) {
        assertThat(mask.components()).isEqualTo(flooded(mask));
    }

    @Property(tries = 300)
    void outerContoursAreThoseThatTheOutsideTouches(@ForAll("small") Mask mask) {
        Mask outside = outside(mask);
        List<Rect> expected = new ArrayList<>();
        for (Component component : flooded(mask)) {
            if (outside.get(component.firstX() + 1, component.firstY())) {
                expected.addFirst(component.bounds());
            }
        }

        assertThat(mask.outerContourBoxes()).isEqualTo(expected);
    }

    @Property(tries = 200)
    void setOperationsAreThoseOfPixels(@ForAll("small") Mask mask, @ForAll @IntRange(min = 1, max = 5) int shift) {
        MaskBuffer moved = new MaskBuffer(mask.width(), mask.height());
        forEachMasked(mask, (x, y) -> moved.rectangle(pixel(x + shift, y), PaintMode.ADD));
        Mask other = moved.snapshot();
        Mask union = mask.union(other);
        Mask rest = mask.subtract(other);
        Mask common = mask.intersect(other);

        for (int y = 0; y < mask.height(); y++) {
            for (int x = 0; x < mask.width(); x++) {
                boolean one = mask.get(x, y);
                boolean two = other.get(x, y);
                assertThat(union.get(x, y)).isEqualTo(one || two);
                assertThat(rest.get(x, y)).isEqualTo(one && !two);
                assertThat(common.get(x, y)).isEqualTo(one && two);
            }
        }
    }

    private static Mask stamped(Mask mask, int radius) {
        byte[] grey = new byte[mask.width() * mask.height()];
        forEachMasked(mask, (x, y) -> {
            for (int v = Math.max(0, y - radius); v <= Math.min(mask.height() - 1, y + radius); v++) {
                for (int u = Math.max(0, x - radius); u <= Math.min(mask.width() - 1, x + radius); u++) {
                    if ((u - x) * (u - x) + (v - y) * (v - y) <= radius * radius) {
                        grey[v * mask.width() + u] = (byte) 255;
                    }
                }
            }
        });
        return Mask.ofGrey(mask.width(), mask.height(), grey);
    }

    private static List<Component> flooded(Mask mask) {
        boolean[] seen = new boolean[mask.width() * mask.height()];
        List<Component> components = new ArrayList<>();
        forEachMasked(mask, (x, y) -> {
            if (seen[y * mask.width() + x]) {
                return;
            }
            Rect bounds = Rect.EMPTY;
            long area = 0;
            Deque<int[]> open = new ArrayDeque<>();
            open.add(new int[] {x, y});
            while (!open.isEmpty()) {
                int[] at = open.remove();
                if (!mask.get(at[0], at[1]) || seen[at[1] * mask.width() + at[0]]) {
                    continue;
                }
                seen[at[1] * mask.width() + at[0]] = true;
                bounds = bounds.union(pixel(at[0], at[1]));
                area++;
                for (int i = 0; i < 9; i++) {
                    open.add(new int[] {at[0] + i % 3 - 1, at[1] + i / 3 - 1});
                }
            }
            components.add(new Component(bounds, area, x, y));
        });
        return components;
    }

    /** The background that leads out of the picture, on a picture with one more pixel on every side. */
    private static Mask outside(Mask mask) {
        MaskBuffer outside = new MaskBuffer(mask.width() + 2, mask.height() + 2);
        Deque<int[]> open = new ArrayDeque<>();
        open.add(new int[] {0, 0});
        Rect all = Rect.ofSize(outside.width(), outside.height());
        while (!open.isEmpty()) {
            int[] at = open.remove();
            if (!all.contains(at[0], at[1]) || outside.get(at[0], at[1]) || mask.get(at[0] - 1, at[1] - 1)) {
                continue;
            }
            outside.rectangle(pixel(at[0], at[1]), PaintMode.ADD);
            open.add(new int[] {at[0] - 1, at[1]});
            open.add(new int[] {at[0] + 1, at[1]});
            open.add(new int[] {at[0], at[1] - 1});
            open.add(new int[] {at[0], at[1] + 1});
        }
        return outside.snapshot();
    }

    private static Rect pixel(int x, int y) {
        return new Rect(x, y, x + 1, y + 1);
    }

    private static void forEachMasked(Mask mask, Pixel pixel) {
        for (int y = 0; y < mask.height(); y++) {
            for (int x = 0; x < mask.width(); x++) {
                if (mask.get(x, y)) {
                    pixel.at(x, y);
                }
            }
        }
    }

    private interface Pixel {
        void at(int x, int y);
    }
}
