package io.cleanplate.cleaning.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cleanplate.imaging.Rect;
import io.cleanplate.mask.Mask;
import io.cleanplate.mask.MaskBuffer;
import io.cleanplate.mask.PaintMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class MaskFitterTest {
    private static Mask masked(int width, int height, Rect area) {
        MaskBuffer buffer = new MaskBuffer(width, height);
        buffer.rectangle(area, PaintMode.ADD);
        return buffer.snapshot();
    }

    @Property(tries = 100)
    void aMarkAtTheBottomRightStaysAsFarFromThatCorner(
            @ForAll @IntRange(min = 100, max = 700) int width, @ForAll @IntRange(min = 100, max = 700) int height) {
        Mask mask = masked(300, 200, new Rect(250, 170, 290, 195));
        double scale = Math.max(width, height) / 300.0;

        Rect fitted = MaskFitter.fit(mask, width, height).bounds();

        assertThat((double) width - fitted.right()).isEqualTo(10 * scale, within(1.0));
        assertThat((double) height - fitted.bottom()).isEqualTo(5 * scale, within(1.0));
        assertThat((double) fitted.width()).isEqualTo(Math.min(40 * scale, width - 10 * scale), within(1.0));
    }

    @Property(tries = 100)
    void aMarkAtTheTopLeftStaysAsFarFromThatCorner(
            @ForAll @IntRange(min = 100, max = 700) int width, @ForAll @IntRange(min = 100, max = 700) int height) {
        Mask mask = masked(300, 200, new Rect(10, 5, 50, 30));
        double scale = Math.max(width, height) / 300.0;

        Rect fitted = MaskFitter.fit(mask, width, height).bounds();

        assertThat((double) fitted.left()).isEqualTo(10 * scale, within(1.0));
        assertThat((double) fitted.top()).isEqualTo(5 * scale, within(1.0));
    }

    @Property(tries = 50)
    void aMaskOfThePicturesSizeIsTakenAsItIs(@ForAll @IntRange(min = 0, max = 80) int at) {
        Mask mask = masked(100, 90, new Rect(at, at, at + 10, at + 9));

        assertThat(MaskFitter.fit(mask, 100, 90)).isEqualTo(mask);
    }
}
