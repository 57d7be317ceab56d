package io.cleanplate.inpaint.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.cleanplate.imaging.Rect;
import io.cleanplate.mask.Mask;
import io.cleanplate.mask.MaskBuffer;
import io.cleanplate.mask.PaintMode;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MergedCropsTest {
    private final CropPlanner planner = CropPlanner.of(Strategy.AUTO, PlanOptions.DEFAULT);

    @Test
    void lettersInALineShareTheirPasses() {
        Mask letters = letters();

        Plan merged = planner.plan(letters);
        Plan apart = CropPlanner.of(Strategy.CROP, PlanOptions.DEFAULT).plan(letters);

        assertThat(apart.passes()).hasSize(12);
        assertThat(merged.passes()).hasSizeLessThanOrEqualTo(2);
        assertThat(merged.pixels()).isLessThan(apart.pixels() / 3);
    }

    /** Twelve letters of 35 x 50 pixels, 10 apart, on 12 megapixels. */
    private static Mask letters() {
        MaskBuffer buffer = new MaskBuffer(4000, 3000);
        for (int i = 0; i < 12; i++) {
            buffer.rectangle(new Rect(1700 + 45 * i, 2600, 1735 + 45 * i, 2650), PaintMode.ADD);
        }
        return buffer.snapshot();
    }

    @Test
    void marksFarApartStayApart() {
        MaskBuffer buffer = new MaskBuffer(4000, 3000);
        buffer.rectangle(new Rect(500, 500, 540, 520), PaintMode.ADD);
        buffer.rectangle(new Rect(3500, 2500, 3540, 2520), PaintMode.ADD);

        assertThat(planner.plan(buffer.snapshot()).passes())
                .containsExactly(
                        new Pass(new Rect(360, 350, 680, 670), 320, 320, new Rect(500, 500, 540, 520)),
                        new Pass(new Rect(3360, 2350, 3680, 2670), 320, 320, new Rect(3500, 2500, 3540, 2520)));
    }

    @Test
    void cropAtTheBorderTakesMoreOfThePictureInsteadOfPadding() {
        MaskBuffer buffer = new MaskBuffer(1000, 800);
        buffer.rectangle(new Rect(990, 0, 1000, 10), PaintMode.ADD);

        assertThat(planner.plan(buffer.snapshot()).passes())
                .containsExactly(new Pass(new Rect(808, 0, 1000, 192), 192, 192, new Rect(990, 0, 1000, 10)));
    }

    @Test
    void smallPictureIsPadded() {
        assertThat(planner.plan(Mask.empty(1, 1).invert()).passes())
                .containsExactly(new Pass(new Rect(0, 0, 1, 1), 16, 16, new Rect(0, 0, 1, 1)));
        assertThat(planner.plan(Mask.empty(16, 16).invert()).passes())
                .containsExactly(new Pass(new Rect(0, 0, 16, 16), 16, 16, new Rect(0, 0, 16, 16)));
        assertThat(planner.plan(Mask.empty(50, 17).invert()).passes())
                .containsExactly(new Pass(new Rect(0, 0, 50, 17), 56, 24, new Rect(0, 0, 50, 17)));
    }

    @Test
    void longThinLineIsSplitAlongItsLength() {
        MaskBuffer buffer = new MaskBuffer(6000, 4000);
        buffer.stroke(1000, 2000, 5000, 2000, 2, PaintMode.ADD);

        Plan plan = planner.plan(buffer.snapshot());

        assertThat(plan.passes())
                .hasSizeBetween(2, 6)
                .allSatisfy(pass -> assertThat(pass.height()).isLessThanOrEqualTo(320));
        assertThat(plan.pixels()).isLessThan(2_000_000);
    }

    @Test
    void diagonalLineIsSplitBecauseItsBoxIsMostlyEmpty() {
        MaskBuffer buffer = new MaskBuffer(3000, 3000);
        buffer.stroke(20, 20, 2980, 2980, 2, PaintMode.ADD);

        Plan plan = CropPlanner.of(Strategy.AUTO, PlanOptions.DEFAULT.withMaxPassPixels(16_000_000))
                .plan(buffer.snapshot());

        assertThat(plan.passes()).hasSizeGreaterThan(1);
        assertThat(plan.pixels()).isLessThan(9_000_000 / 2);
    }

    @Test
    void frameLeavesThePicturesMiddleOut() {
        Mask frame = Mask.empty(6000, 4000).invert().subtract(filled(6000, 4000, new Rect(20, 20, 5980, 3980)));

        Plan plan = planner.plan(frame);

        assertThat(plan.pixels()).isLessThan(24_000_000 / 4);
        assertThat(plan.passes())
                .noneMatch(pass -> pass.crop().contains(3000, 2000))
                .noneMatch(pass -> frame.boundsWithin(pass.core()).isEmpty());
    }

    @Test
    void markInsideAFrameIsNotCut() {
        Rect logo = new Rect(150, 1900, 250, 2100);
        Mask frame = Mask.empty(6000, 4000).invert().subtract(filled(6000, 4000, new Rect(20, 20, 5980, 3980)));

        Plan plan = planner.plan(frame.union(filled(6000, 4000, logo)));

        assertThat(plan.passes())
                .filteredOn(pass -> !pass.core().intersect(logo).isEmpty())
                .extracting(Pass::core)
                .containsExactly(logo);
    }

    @Test
    void fullMaskIsCoveredByAnEvenGrid() {
        Plan plan = planner.plan(Mask.empty(6000, 4000).invert());

        assertThat(plan.passes())
                .hasSizeLessThanOrEqualTo(63)
                .allSatisfy(pass -> assertThat(pass.pixels()).isLessThanOrEqualTo(1024 * 1024));
        assertThat(plan.passes().stream().map(Pass::width).distinct()).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void coresOfNeighbouringTilesOverlap() {
        List<Rect> cores = planner.plan(Mask.empty(9000, 200).invert()).passes().stream()
                .map(Pass::core)
                .sorted(Comparator.comparingInt(Rect::left))
                .toList();

        assertThat(cores).hasSizeGreaterThan(1);
        for (int i = 1; i < cores.size(); i++) {
            assertThat(cores.get(i - 1).intersect(cores.get(i)).width())
                    .isGreaterThanOrEqualTo(PlanOptions.DEFAULT.overlap());
        }
    }

    @Test
    void marginGivesWayToASmallLimit() {
        PlanOptions tight = new PlanOptions(500, 32, PlanOptions.MIN_PASS_PIXELS, 0);

        Plan plan = CropPlanner.of(Strategy.AUTO, tight).plan(filled(3000, 2000, new Rect(1000, 1000, 1400, 1300)));

        assertThat(plan.passes())
                .isNotEmpty()
                .allSatisfy(pass -> assertThat(pass.pixels()).isLessThanOrEqualTo(256 * 256));
    }

    @Test
    void thousandsOfSpecksAreMerged() {
        Random random = new Random(5);
        MaskBuffer buffer = new MaskBuffer(6000, 4000);
        for (int i = 0; i < 5000; i++) {
            int x = random.nextInt(5990);
            int y = random.nextInt(3990);
            buffer.rectangle(new Rect(x, y, x + 3, y + 2), PaintMode.ADD);
        }

        Plan plan = planner.plan(buffer.snapshot());

        assertThat(plan.pixels())
                .isLessThanOrEqualTo(
                        planner.plan(Mask.empty(6000, 4000).invert()).pixels());
        assertThat(plan.passes()).hasSizeLessThan(70);
    }

    private static Mask filled(int width, int height, Rect area) {
        MaskBuffer buffer = new MaskBuffer(width, height);
        buffer.rectangle(area, PaintMode.ADD);
        return buffer.snapshot();
    }
}
