package io.cleanplate.inpaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cleanplate.error.InputException;
import io.cleanplate.error.UnavailableException;
import io.cleanplate.imaging.Pixels;
import io.cleanplate.imaging.Rect;
import io.cleanplate.inpaint.plan.Strategy;
import io.cleanplate.mask.Mask;
import io.cleanplate.mask.MaskBuffer;
import io.cleanplate.mask.PaintMode;
import io.cleanplate.task.Cancellation;
import io.cleanplate.task.TaskMonitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CropInpainterTest {
    private static final EngineLimits LIMITS = new EngineLimits(1024 * 1024, 16 * 1024 * 1024);
    private static final FakeModel.Filling WHITE = (before, x, y, channel) -> 1;
    private static final InpaintOptions SHARP = new InpaintOptions(Strategy.AUTO, 64, 0);

    @ParameterizedTest
    @CsvSource({"3, 8, false", "3, 16, false", "1, 8, false", "1, 16, true", "3, 8, true"})
    void aModelThatChangesNothingGivesEveryBitBack(int channels, int depth, boolean alpha) {
        Pixels picture = noise(301, 203, channels, depth, alpha);
        Mask mask = rectangles(301, 203, new Rect(10, 20, 290, 190));

        Pixels result = inpaint(FakeModel.onProcessor(FakeModel.NOTHING), picture, mask, SHARP);

        if (channels == 3) {
            assertThat(result.color()).isEqualTo(picture.color());
        } else {
            assertThat(result.sample(150, 100, 0))
                    .isBetween(picture.sample(150, 100, 0) - 1, picture.sample(150, 100, 0) + 1);
        }
        assertThat(result.alpha()).isSameAs(picture.alpha());
    }

    @ParameterizedTest
    @CsvSource({"AUTO", "ORIGINAL", "CROP"})
    void onlyMaskedPixelsChange(Strategy strategy) {
        Pixels picture = noise(1000, 300, 3, 8, false);
        Mask mask = rectangles(1000, 300, new Rect(40, 40, 60, 60), new Rect(900, 200, 1000, 300));

        Pixels result = inpaint(FakeModel.onProcessor(WHITE), picture, mask, new InpaintOptions(strategy, 32, 2));

        for (int y = 0; y < 300; y++) {
            for (int x = 0; x < 1000; x++) {
                if (!mask.get(x, y)) {
                    assertThat(result.sample(x, y, 1)).isEqualTo(picture.sample(x, y, 1));
                }
            }
        }
        assertThat(result.sample(50, 50, 0)).isEqualTo(255);
        assertThat(result.sample(999, 299, 2)).isEqualTo(255);
    }

    @Test
    void aPictureThatWasRefinedBeforeGoesThroughTheModelAsItIsSeen() {
        Pixels picture = noise(900, 700, 3, 8, false);
        Rect changed = new Rect(100, 100, 300, 250);
        Pixels refined = picture.withPatch(changed, noise(200, 150, 3, 8, false).color());
        Mask mask = rectangles(900, 700, new Rect(250, 200, 400, 300));
        FakeModel seesRefined = FakeModel.onProcessor(FakeModel.NOTHING);
        FakeModel seesJoined = FakeModel.onProcessor(FakeModel.NOTHING);

        Pixels result = inpaint(seesRefined, refined, mask, SHARP);
        inpaint(seesJoined, picture.withColor(refined.color()), mask, SHARP);

        assertThat(seesRefined.seen).hasSize(1);
        assertThat(seesRefined.seen.getFirst().images())
                .isEqualTo(seesJoined.seen.getFirst().images());
        assertThat(result.color()).isEqualTo(refined.color());
    }

    @Test
    void anEmptyMaskGivesThePictureBackAndSaysSo() {
        Pixels picture = noise(20, 20, 3, 8, false);
        FakeModel model = FakeModel.onProcessor(WHITE);

        InpaintResult result = new CropInpainter(model, () -> model, LIMITS)
                .inpaint(picture, Mask.empty(20, 20), SHARP, TaskMonitor.NONE);

        assertThat(result.pixels()).isSameAs(picture);
        assertThat(result.notices()).containsExactly("The mask is empty: nothing was removed.");
        assertThat(model.seen).isEmpty();
    }

    @Test
    void aMaskOfAnotherSizeIsRefusedWithBothSizes() {
        Pixels picture = noise(20, 30, 3, 8, false);

        assertThatThrownBy(() -> inpaint(FakeModel.onProcessor(WHITE), picture, Mask.empty(30, 20), SHARP))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("30 x 20")
                .hasMessageContaining("20 x 30");
    }

    @Test
    void aFeatherBlendsTowardsTheEdgeOfTheMaskButNotOfThePicture() {
        Pixels black = new Pixels(100, 100, 3, 8, new byte[30_000], null);
        Mask mask = rectangles(100, 100, new Rect(0, 40, 50, 60));

        Pixels result = inpaint(FakeModel.onProcessor(WHITE), black, mask, new InpaintOptions(Strategy.AUTO, 64, 3));

        List<Integer> inwards = new ArrayList<>();
        for (int y = 39; y < 45; y++) {
            inwards.add(result.sample(20, y, 0));
        }
        assertThat(inwards).containsExactly(0, 64, 128, 191, 255, 255);
        assertThat(result.sample(0, 50, 0)).isEqualTo(255);
    }

    @Test
    void neighbouringPassesMeetWithoutAStep() {
        Pixels black = new Pixels(3000, 400, 3, 8, new byte[3_600_000], null);
        Mask mask = rectangles(3000, 400, new Rect(20, 180, 2980, 220));
        int[] calls = {0};
        FakeModel model = new FakeModel(Device.CPU, 1, Long.MAX_VALUE, (before, x, y, channel) -> calls[0] / 20f);

        InpaintResult result = new CropInpainter(
                        counting(model, calls), () -> model, new EngineLimits(256 * 256, 1 << 24))
                .inpaint(black, mask, SHARP, TaskMonitor.NONE);

        assertThat(result.passes()).hasSizeGreaterThan(3);
        int steepest = 0;
        for (int x = 21; x < 2980; x++) {
            steepest = Math.max(
                    steepest,
                    Math.abs(result.pixels().sample(x, 200, 0) - result.pixels().sample(x - 1, 200, 0)));
        }
        assertThat(steepest).isBetween(1, 4);
    }

    @Test
    void aDeviceShortOfMemoryGetsSmallerPassesAndThePersonIsTold() {
        Pixels picture = noise(1200, 900, 3, 8, false);
        Mask mask = rectangles(1200, 900, new Rect(100, 100, 1100, 800));
        FakeModel card = new FakeModel(new Device.Cuda(0), 4, 300_000, WHITE);

        InpaintResult result = new CropInpainter(card, CropInpainterTest::noProcessor, LIMITS)
                .inpaint(picture, mask, SHARP, TaskMonitor.NONE);

        assertThat(result.pixels().sample(600, 450, 0)).isEqualTo(255);
        assertThat(result.device()).isEqualTo(new Device.Cuda(0));
        assertThat(card.freed).isPositive();
        assertThat(result.notices())
                .containsExactly("There was not enough memory on cuda:0: the passes were made smaller.");
    }

    @Test
    void whatWasLearnedOfTheMemoryHoldsForTheNextPicture() {
        Pixels picture = noise(1200, 900, 3, 8, false);
        Mask mask = rectangles(1200, 900, new Rect(100, 100, 1100, 800));
        FakeModel card = new FakeModel(new Device.Cuda(0), 4, 300_000, WHITE);
        CropInpainter inpainter = new CropInpainter(card, CropInpainterTest::noProcessor, LIMITS);

        inpainter.inpaint(picture, mask, SHARP, TaskMonitor.NONE);
        InpaintResult second = inpainter.inpaint(picture, mask, SHARP, TaskMonitor.NONE);

        assertThat(second.notices()).isEmpty();
    }

    @Test
    void aDeviceWithoutAnyMemoryHandsOverToTheProcessor() {
        Pixels picture = noise(1200, 900, 3, 8, false);
        Mask mask = rectangles(1200, 900, new Rect(100, 100, 1100, 800));
        FakeModel card = new FakeModel(new Device.Cuda(1), 4, 0, WHITE);
        FakeModel processor = FakeModel.onProcessor(WHITE);

        InpaintResult result =
                new CropInpainter(card, () -> processor, LIMITS).inpaint(picture, mask, SHARP, TaskMonitor.NONE);

        assertThat(result.pixels().sample(600, 450, 0)).isEqualTo(255);
        assertThat(result.device()).isEqualTo(Device.CPU);
        assertThat(result.notices())
                .containsExactly(
                        "There was not enough memory on cuda:1: the passes were made smaller.",
                        "There was not enough memory on cuda:1: the processor did the work.");
    }

    @Test
    void aProcessorWithoutMemoryIsAnErrorThatSaysWhatToDo() {
        Pixels picture = noise(100, 100, 3, 8, false);
        Mask mask = rectangles(100, 100, new Rect(10, 10, 20, 20));
        FakeModel processor = new FakeModel(Device.CPU, 1, 0, WHITE);

        assertThatThrownBy(() -> inpaint(processor, picture, mask, SHARP))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("not enough memory")
                .hasMessageContaining("close other programs");
    }

    @Test
    void aPassThatNoMemoryHoldsIsRefusedBeforeItIsTried() {
        Pixels picture = noise(400, 400, 3, 8, false);
        Mask mask = rectangles(400, 400, new Rect(10, 10, 20, 20));
        FakeModel model = FakeModel.onProcessor(WHITE);

        assertThatThrownBy(() -> new CropInpainter(model, () -> model, new EngineLimits(65_536, 100_000))
                        .inpaint(picture, mask, new InpaintOptions(Strategy.ORIGINAL, 0, 0), TaskMonitor.NONE))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("use the strategy auto");
        assertThat(model.seen).isEmpty();
    }

    @Test
    void cancellingStopsBeforeTheNextPass() {
        Pixels picture = noise(1600, 300, 3, 8, false);
        Mask mask = rectangles(1600, 300, new Rect(10, 10, 30, 30), new Rect(1500, 200, 1590, 290));
        FakeModel model = new FakeModel(Device.CPU, 1, Long.MAX_VALUE, WHITE);
        Cancellation afterFirst = new Cancellation() {
            @Override
            public void progress(long done, long total) {
                cancel();
            }
        };

        assertThatThrownBy(
                        () -> new CropInpainter(model, () -> model, LIMITS).inpaint(picture, mask, SHARP, afterFirst))
                .isInstanceOf(CancellationException.class);
        assertThat(model.seen).hasSize(1);
    }

    @Test
    void equalCropsGoThroughTheModelTogether() {
        Pixels picture = noise(1600, 300, 3, 8, false);
        Mask mask = rectangles(1600, 300, new Rect(110, 110, 130, 130), new Rect(1400, 110, 1420, 130));
        FakeModel model = FakeModel.onProcessor(WHITE);

        InpaintResult result =
                new CropInpainter(model, () -> model, LIMITS).inpaint(picture, mask, SHARP, TaskMonitor.NONE);

        assertThat(model.seen).hasSize(1);
        assertThat(result.passes()).hasSize(2);
        assertThat(result.pixels().sample(1410, 120, 0)).isEqualTo(255);
    }

    private static InpaintModel noProcessor() {
        throw new AssertionError("the processor was not needed");
    }

    /** Counts passes, so that a filling can differ from one to the next. */
    private static InpaintModel counting(InpaintModel model, int[] calls) {
        return new InpaintModel() {
            @Override
            public Pending begin(Batch batch) {
                calls[0]++;
                return model.begin(batch);
            }

            @Override
            public int maxBatch() {
                return 1;
            }

            @Override
            public Device device() {
                return model.device();
            }

            @Override
            public void freeMemory() {}

            @Override
            public void close() {}
        };
    }

    static Pixels inpaint(InpaintModel model, Pixels picture, Mask mask, InpaintOptions options) {
        return new CropInpainter(model, () -> model, LIMITS)
                .inpaint(picture, mask, options, TaskMonitor.NONE)
                .pixels();
    }

    static Pixels noise(int width, int height, int channels, int depth, boolean alpha) {
        Random random = new Random(7);
        byte[] color = new byte[width * height * channels * depth / 8];
        random.nextBytes(color);
        byte[] transparency = null;
        if (alpha) {
            transparency = new byte[width * height * depth / 8];
            random.nextBytes(transparency);
        }
        return new Pixels(width, height, channels, depth, color, transparency);
    }

    static Mask rectangles(int width, int height, Rect... areas) {
        MaskBuffer buffer = new MaskBuffer(width, height);
        for (Rect area : areas) {
            buffer.rectangle(area, PaintMode.ADD);
        }
        return buffer.snapshot();
    }
}
