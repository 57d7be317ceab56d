package io.cleanplate.desktop.editor.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class ViewTransformTest {
    private static final Extent PICTURE = new Extent(4000, 3000);
    private static final Extent VIEW = new Extent(1000, 700);

    @Property
    void thereAndBackIsTheSamePoint(
            @ForAll @DoubleRange(min = 0.01, max = 32) double scale,
            @ForAll @DoubleRange(min = -5000, max = 5000) double offset,
            @ForAll @DoubleRange(min = -100, max = 5000) double point) {
        ViewTransform view = new ViewTransform(scale, offset, -offset);

        assertThat(view.pictureX(view.screenX(point))).isCloseTo(point, within(1e-6));
        assertThat(view.pictureY(view.screenY(point))).isCloseTo(point, within(1e-6));
    }

    @Property
    void whatIsUnderThePointerStaysThere(
            @ForAll @DoubleRange(min = 0, max = 1000) double x,
            @ForAll @DoubleRange(min = 0, max = 700) double y,
            @ForAll @DoubleRange(min = 0.01, max = 100) double scale) {
        ViewTransform before = ViewTransform.fit(PICTURE, VIEW);

        ViewTransform after = before.zoomAt(x, y, scale, PICTURE, VIEW);

        assertThat(after.pictureX(x)).isCloseTo(before.pictureX(x), within(1e-6));
        assertThat(after.pictureY(y)).isCloseTo(before.pictureY(y), within(1e-6));
        assertThat(after.scale()).isBetween(0.7 / 3 / 4 - 1e-9, 32.0);
    }

    @Property
    void thePictureNeverLeavesTheView(
            @ForAll @DoubleRange(min = -1e6, max = 1e6) double dx,
            @ForAll @DoubleRange(min = 0.05, max = 32) double scale) {
        ViewTransform kept = new ViewTransform(scale, dx, -dx).kept(PICTURE, VIEW);

        assertThat(kept.screenX(0)).isLessThan(VIEW.width());
        assertThat(kept.screenX(4000)).isPositive();
        assertThat(kept.screenY(0)).isLessThan(VIEW.height());
        assertThat(kept.screenY(3000)).isPositive();
    }

    @Test
    void fitShowsAllInTheMiddle() {
        ViewTransform fit = ViewTransform.fit(PICTURE, VIEW);

        assertThat(fit.screenY(0)).isCloseTo(0, within(1e-9));
        assertThat(fit.screenY(3000)).isCloseTo(700, within(1e-9));
        assertThat(fit.screenX(0)).isCloseTo(1000 - fit.screenX(4000), within(1e-9));
    }

    @Test
    void stepsGoThroughTheRoundScales() {
        assertThat(ZoomSteps.above(1)).isEqualTo(1.5);
        assertThat(ZoomSteps.above(1.5)).isEqualTo(2);
        assertThat(ZoomSteps.above(0.9)).isEqualTo(1);
        assertThat(ZoomSteps.below(1)).isEqualTo(0.75);
        assertThat(ZoomSteps.below(1.2)).isEqualTo(1);
        assertThat(ZoomSteps.below(0.23)).isEqualTo(0.1875);
    }
}
