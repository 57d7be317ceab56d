package io.cleanplate.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.cleanplate.imaging.Pixels;
import io.cleanplate.mask.Mask;
import org.junit.jupiter.api.Test;

class DrawnMarkTest {
    private static final Pixels BLACK = new Pixels(200, 60, 3, 8, new byte[200 * 60 * 3], null);
    private static final DrawnMark MARK = new DrawnMark("NEWS", 20, 15, 30, 4, DrawnMark.Ink.white(0.5));

    @Test
    void aMarkCompositesItsColourWithItsOpacity() {
        Pixels marked = MARK.over(BLACK);

        // The left stem of the N, half of 255.
        assertThat(marked.sample(20, 30, 0)).isEqualTo(128);
        assertThat(marked.sample(5, 30, 0)).isZero();
    }

    @Test
    void aPaintedMaskCoversEveryPixelThatTheMarkTouches() {
        Pixels marked = MARK.over(BLACK);
        Mask mask = MARK.painted(200, 60, 2);

        for (int y = 0; y < 60; y++) {
            for (int x = 0; x < 200; x++) {
                assertThat(marked.sample(x, y, 0) > 0 && !mask.get(x, y)).isFalse();
            }
        }
    }

    @Test
    void aMarkAtTheBottomRightLiesInsideThePicture() {
        DrawnMark mark = DrawnMark.bottomRight("NEWS AGENCY", BLACK, 12, DrawnMark.Ink.white(0.5));

        Mask mask = mark.painted(200, 60, 0);

        assertThat(mask.bounds().right()).isBetween(190, 199);
        assertThat(mask.bounds().bottom()).isBetween(50, 59);
    }

    @Test
    void whatIsNoLetterIsASpace() {
        assertThat(new DrawnMark(" 7?", 20, 15, 30, 4, DrawnMark.Ink.white(1))
                        .painted(200, 60, 0)
                        .isEmpty())
                .isTrue();
    }
}
