package io.cleanplate.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PixelsTest {
    private static final Rect AREA = new Rect(3, 2, 7, 5);

    @ParameterizedTest
    @CsvSource({"1, 8", "3, 8", "1, 16", "3, 16"})
    void aPatchShowsWhereItLiesAndNowhereElse(int channels, int depth) {
        Pixels under = Samples.noise(10, 8, channels, depth, true);
        Pixels over = Samples.noise(4, 3, channels, depth, false);

        Pixels patched = under.withPatch(AREA, over.color());

        Pixels joined = under.withColor(patched.color());
        for (int y = 0; y < 8; y++) {
            for (int x = 0; x < 10; x++) {
                int expected = AREA.contains(x, y)
                        ? over.sample(x - 3, y - 2, channels - 1)
                        : under.sample(x, y, channels - 1);
                assertThat(patched.sample(x, y, channels - 1)).isEqualTo(expected);
                assertThat(joined.sample(x, y, channels - 1)).isEqualTo(expected);
            }
        }
        assertThat(patched.alpha()).isSameAs(under.alpha());
    }

    @Test
    void whatIsCutOutOfAPatchedPictureHoldsThePatch() {
        Pixels under = Samples.noise(10, 8, 3, 8, false);
        byte[] over = Samples.noise(4, 3, 3, 8, false).color();

        assertThat(under.withPatch(AREA, over).cut(AREA)).isEqualTo(over);
    }

    @ParameterizedTest
    @CsvSource({"1, 8", "3, 8", "1, 16", "3, 16"})
    void whatIsCutAcrossTheEdgeOfAPatchIsAsJoined(int channels, int depth) {
        Pixels patched = Samples.noise(10, 8, channels, depth, false)
                .withPatch(AREA, Samples.noise(4, 3, channels, depth, false).color());
        Pixels joined = patched.withColor(patched.color());

        for (Rect area :
                List.of(new Rect(0, 0, 10, 8), new Rect(5, 1, 9, 4), new Rect(0, 4, 5, 8), new Rect(0, 0, 2, 2))) {
            assertThat(patched.cut(area)).isEqualTo(joined.cut(area));
        }
    }

    @Test
    void aSecondPatchLiesOverTheFirst() {
        Pixels under = Samples.gradient(10, 8, 1);
        byte[] white = {-1};

        Pixels twice = under.withPatch(new Rect(0, 0, 1, 1), white).withPatch(new Rect(9, 7, 10, 8), white.clone());

        assertThat(twice.sample(0, 0, 0)).isEqualTo(255);
        assertThat(twice.sample(9, 7, 0)).isEqualTo(255);
        assertThat(under.sample(9, 7, 0)).isNotEqualTo(255);
    }

    @Test
    void aPatchThatDoesNotFitIsRefused() {
        Pixels under = Samples.gradient(10, 8, 1);

        assertThatThrownBy(() -> under.withPatch(new Rect(8, 0, 12, 1), new byte[4]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> under.withPatch(AREA, new byte[4])).isInstanceOf(IllegalArgumentException.class);
    }
}
