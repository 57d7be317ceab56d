package io.cleanplate.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class PixelTurnTest {
    @Property(tries = 100)
    void turnedThereAndBackEverySampleIsWhereItWas(
            @ForAll Orientation stored,
            @ForAll @IntRange(min = 1, max = 9) int width,
            @ForAll @IntRange(min = 1, max = 9) int height,
            @ForAll boolean deep) {
        Pixels pixels = Samples.noise(width, height, 3, deep ? 16 : 8, true);

        Pixels back = pixels.turned(stored).turned(stored.inverse());

        assertThat(back.color()).isEqualTo(pixels.color());
        assertThat(back.alpha()).isEqualTo(pixels.alpha());
    }

    @Property(tries = 100)
    void aPixelGoesWhereTheOrientationSays(@ForAll Orientation stored) {
        Pixels pixels = Samples.noise(4, 3, 1, 8, false);

        Pixels upright = pixels.turned(stored);

        assertThat(upright.sample(stored.uprightX(3, 1, 4, 3), stored.uprightY(3, 1, 4, 3), 0))
                .isEqualTo(pixels.sample(3, 1, 0));
    }
}
