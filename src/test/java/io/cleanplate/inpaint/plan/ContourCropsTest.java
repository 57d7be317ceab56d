package io.cleanplate.inpaint.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.cleanplate.imaging.Rect;
import io.cleanplate.mask.Mask;
import io.cleanplate.mask.MaskBuffer;
import io.cleanplate.mask.PaintMode;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ContourCropsTest {
    private final CropPlanner planner = CropPlanner.of(Strategy.CROP, PlanOptions.DEFAULT);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    1920x1080 | 1600,1000,1900,1060 | 1364,764,1920,1080 | 560x320
                    1920x1080 | 900,500,1021,541 | 772,372,1148,668 | 376x296
                    1920x1080 | 0,0,50,50 | 0,0,306,306 | 312x312
                    4000x3000 | 100,1400,3900,1600 | 0,1272,4000,1728 | 4000x456
                    900x700 | 10,10,890,690 | 0,0,900,700 | 904x704
                    4000x3000 | 2000,1500,2001,1501 | 1872,1372,2128,1628 | 256x256
                    1000x120 | 400,20,600,100 | 272,0,728,120 | 456x120
                    """)
    void cropsAsIopaintDoes(String image, String box, String crop, String padded) {
        int[] size = numbers(image);
        int[] passSize = numbers(padded);

        Plan plan = planner.plan(filled(size[0], size[1], rect(box)));

        assertThat(plan.passes()).containsExactly(new Pass(rect(crop), passSize[0], passSize[1], rect(crop)));
    }

    @Test
    void contoursAreNotMergedAndComeLastFoundFirst() {
        Rect upper = new Rect(500, 300, 540, 350);
        Rect lower = new Rect(545, 301, 580, 350);

        Plan plan = planner.plan(filled(4000, 3000, upper, lower));

        assertThat(plan.passes())
                .extracting(Pass::crop)
                .containsExactly(new Rect(417, 173, 707, 477), new Rect(372, 172, 668, 478));
    }

    @Test
    void pictureOf800PixelsGoesInAsAWhole() {
        Rect picture = new Rect(0, 0, 800, 300);

        assertThat(planner.plan(filled(800, 300, new Rect(5, 5, 9, 9), new Rect(700, 5, 709, 9)))
                        .passes())
                .containsExactly(new Pass(picture, 800, 304, picture));
        assertThat(planner.plan(filled(801, 300, new Rect(5, 5, 9, 9), new Rect(700, 5, 709, 9)))
                        .passes())
                .hasSize(2);
    }

    @Test
    void wholePictureIsPaddedToMultiplesOfEight() {
        CropPlanner whole = CropPlanner.of(Strategy.ORIGINAL, PlanOptions.DEFAULT);
        Rect picture = new Rect(0, 0, 6001, 3);

        assertThat(whole.plan(filled(6001, 3, new Rect(70, 1, 80, 2))).passes())
                .containsExactly(new Pass(picture, 6008, 16, picture));
    }

    @ParameterizedTest
    @EnumSource
    void nothingMaskedNeedsNoPass(Strategy strategy) {
        assertThat(CropPlanner.of(strategy, PlanOptions.DEFAULT)
                        .plan(Mask.empty(500, 400))
                        .passes())
                .isEmpty();
    }

    private static Mask filled(int width, int height, Rect... areas) {
        MaskBuffer buffer = new MaskBuffer(width, height);
        for (Rect area : areas) {
            buffer.rectangle(area, PaintMode.ADD);
        }
        return buffer.snapshot();
    }

    private static Rect rect(String text) {
        int[] sides = numbers(text);
        return new Rect(sides[0], sides[1], sides[2], sides[3]);
    }

    private static int[] numbers(String text) {
        return Arrays.stream(text.split("[x,]")).mapToInt(Integer::parseInt).toArray();
    }
}
