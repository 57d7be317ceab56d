package io.cleanplate.inpaint.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.cleanplate.imaging.Rect;
import io.cleanplate.mask.Component;
import io.cleanplate.mask.Mask;
import io.cleanplate.mask.MaskBuffer;
import io.cleanplate.mask.PaintMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PlanPropertiesTest {
    @Provide
    Arbitrary<Mask> masks() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 2600),
                        Arbitraries.integers().between(1, 1800),
                        Arbitraries.integers().between(1, 25),
                        Arbitraries.integers().between(0, 40),
                        Arbitraries.longs())
                .as(PlanPropertiesTest::scribbled);
    }

    @Provide
    Arbitrary<PlanOptions> options() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 300),
                        Arbitraries.integers().between(0, PlanOptions.MAX_OVERLAP),
                        Arbitraries.longs().between(PlanOptions.MIN_PASS_PIXELS, 4_000_000),
                        Arbitraries.integers().between(0, 100_000))
                .as(PlanOptions::new);
    }

    private static Mask scribbled(int width, int height, int strokes, int radius, long seed) {
        Random random = new Random(seed);
        MaskBuffer buffer = new MaskBuffer(width, height);
        for (int i = 0; i < strokes; i++) {
            double x = random.nextDouble() * width;
            double y = random.nextDouble() * height;
            double reach = random.nextInt(4) == 0 ? 2000 : 60;
            buffer.stroke(
                    x,
                    y,
                    x + (random.nextDouble() - 0.5) * reach,
                    y + (random.nextDouble() - 0.5) * reach,
                    random.nextInt(radius + 1),
                    PaintMode.ADD);
        }
        return buffer.snapshot();
    }

    @Property(tries = 150)
    void everyMaskedPixelLiesInACore(@ForAll("masks") Mask mask, @ForAll("options") PlanOptions options) {
        MaskBuffer left = MaskBuffer.of(mask);

        new MergedCrops(options).plan(mask).passes().forEach(pass -> left.rectangle(pass.core(), PaintMode.SUBTRACT));

        assertThat(left.isEmpty()).isTrue();
    }

    @Property(tries = 150)
    void everyPassFitsThePictureTheModelAndTheLimit(
            @ForAll("masks") Mask mask, @ForAll("options") PlanOptions options) {
        Rect picture = Rect.ofSize(mask.width(), mask.height());

        assertThat(new MergedCrops(options).plan(mask).passes()).allSatisfy(pass -> {
            assertThat(pass.pixels()).isLessThanOrEqualTo(options.maxPassPixels());
            assertThat(picture.contains(pass.crop())).isTrue();
            assertThat(pass.crop().contains(pass.core())).isTrue();
            assertThat(pass.width()).isGreaterThanOrEqualTo(pass.crop().width()).matches(side -> side % 8 == 0);
            assertThat(pass.height())
                    .isGreaterThanOrEqualTo(pass.crop().height())
                    .matches(side -> side % 8 == 0);
            assertThat(mask.boundsWithin(pass.core()).isEmpty()).isFalse();
        });
    }

    @Property(tries = 150)
    void onlyASideAsLongAsThePicturesIsPaddedOrUnusual(
            @ForAll("masks") Mask mask, @ForAll("options") PlanOptions options) {
        assertThat(new MergedCrops(options).plan(mask).passes()).allSatisfy(pass -> {
            assertThat(pass.crop().width() == mask.width()
                            || (pass.width() == pass.crop().width()
                                    && pass.width() == SizeBuckets.atLeast(pass.width())))
                    .isTrue();
            assertThat(pass.crop().height() == mask.height()
                            || (pass.height() == pass.crop().height()
                                    && pass.height() == SizeBuckets.atLeast(pass.height())))
                    .isTrue();
        });
    }

    @Property(tries = 100)
    void orderOfTheBoxesDoesNotMatter(
            @ForAll("masks") Mask mask, @ForAll("options") PlanOptions options, @ForAll long seed) {
        MergedCrops planner = new MergedCrops(options);
        List<Rect> boxes = new ArrayList<>(
                mask.components().stream().map(Component::bounds).toList());
        Collections.shuffle(boxes, new Random(seed));

        assertThat(planner.plan(mask, boxes)).isEqualTo(planner.plan(mask));
    }

    @Property(tries = 100)
    void mergingAndSplittingNeverCostMoreThanAPassForEachComponent(
            @ForAll("masks") Mask mask, @ForAll("options") PlanOptions options) {
        PlanOptions roomy = options.withMaxPassPixels(100_000_000);
        PassLayout layout = new PassLayout(mask.width(), mask.height(), roomy);

        Plan plan = new MergedCrops(roomy).plan(mask);

        assertThat(plan.pixels() + (long) plan.passes().size() * roomy.passOverhead())
                .isLessThanOrEqualTo(mask.components().stream()
                        .mapToLong(component -> layout.cost(component.bounds()))
                        .sum());
    }

    @Property(tries = 50)
    void mergedCoresHoldThoseThatWereGiven(@ForAll("masks") Mask mask, @ForAll("options") PlanOptions options) {
        PassLayout layout = new PassLayout(mask.width(), mask.height(), options);
        List<Rect> cores =
                new Splitter(mask, layout, options.overlap()).split(Rect.ofSize(mask.width(), mask.height()));

        assertThat(new Merger(layout).merge(cores))
                .satisfies(merged ->
                        assertThat(cores).allMatch(core -> merged.stream().anyMatch(whole -> whole.contains(core))));
    }

    @Property(tries = 60)
    void cropsOfTheOtherStrategiesHoldTheMaskToo(@ForAll("masks") Mask mask) {
        for (Strategy strategy : List.of(Strategy.ORIGINAL, Strategy.CROP)) {
            MaskBuffer left = MaskBuffer.of(mask);
            CropPlanner.of(strategy, PlanOptions.DEFAULT)
                    .plan(mask)
                    .passes()
                    .forEach(pass -> left.rectangle(pass.core(), PaintMode.SUBTRACT));
            assertThat(left.isEmpty()).as(strategy.name()).isTrue();
        }
    }
}
