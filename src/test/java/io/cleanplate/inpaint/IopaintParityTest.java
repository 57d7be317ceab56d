package io.cleanplate.inpaint;

import static org.assertj.core.api.Assertions.assertThat;

import io.cleanplate.imaging.Pixels;
import io.cleanplate.imaging.Rect;
import io.cleanplate.inpaint.plan.Strategy;
import io.cleanplate.mask.Mask;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The strategies {@code original} and {@code crop} against IOPaint's steps, written out naively: pad symmetrically to
 * multiples of 8, divide by 255, run, multiply by 255, truncate, cut, compose with the hard mask, paste whole crops.
 */
class IopaintParityTest {
    /** Depends on the position in the crop, so that a crop cut or padded otherwise gives another result. */
    private static final FakeModel.Filling BY_POSITION =
            (before, x, y, channel) -> (float) Math.abs(Math.sin(x * 0.37 + y * 0.11 + channel + before));

    @Test
    void originalEqualsOnePassOverThePaddedPicture() {
        Pixels picture = CropInpainterTest.noise(123, 77, 3, 8, false);
        Mask mask = CropInpainterTest.rectangles(123, 77, new Rect(5, 5, 60, 30), new Rect(100, 60, 123, 77));

        Pixels ours = CropInpainterTest.inpaint(
                FakeModel.onProcessor(BY_POSITION), picture, mask, new InpaintOptions(Strategy.ORIGINAL, 0, 0));

        assertThat(ours.color()).isEqualTo(pasted(picture, mask, List.of(picture.bounds())));
    }

    @Test
    void cropEqualsOnePassForEachContourPastedInOpenCvsOrder() {
        Pixels picture = CropInpainterTest.noise(1000, 600, 3, 8, false);
        Mask mask = CropInpainterTest.rectangles(
                1000, 600, new Rect(100, 300, 180, 340), new Rect(300, 320, 400, 350), new Rect(990, 10, 1000, 20));

        Pixels ours = CropInpainterTest.inpaint(
                FakeModel.onProcessor(BY_POSITION), picture, mask, new InpaintOptions(Strategy.CROP, 0, 0));

        // The contour that begins lowest comes first; what overhangs on one side is added on the other.
        List<Rect> crops =
                List.of(new Rect(172, 192, 528, 478), new Rect(0, 172, 336, 468), new Rect(734, 0, 1000, 266));
        assertThat(ours.color()).isEqualTo(pasted(picture, mask, crops));
    }

    private static byte[] pasted(Pixels picture, Mask mask, List<Rect> crops) {
        byte[] result = picture.color().clone();
        for (Rect crop : crops) {
            int width = (crop.width() + 7) / 8 * 8;
            int height = (crop.height() + 7) / 8 * 8;
            float[] image = new float[3 * width * height];
            float[] hole = new float[width * height];
            for (int i = 0; i < width * height; i++) {
                int x = crop.left() + symmetric(i % width, crop.width());
                int y = crop.top() + symmetric(i / width, crop.height());
                hole[i] = mask.get(x, y) ? 1 : 0;
                for (int c = 0; c < 3; c++) {
                    image[c * width * height + i] = picture.sample(x, y, c) / 255f;
                }
            }
            float[] out = FakeModel.onProcessor(BY_POSITION).run(new Batch(1, width, height, image, hole));
            for (int y = crop.top(); y < crop.bottom(); y++) {
                for (int x = crop.left(); x < crop.right(); x++) {
                    for (int c = 0; c < 3; c++) {
                        int at = (y - crop.top()) * width + x - crop.left();
                        float value = mask.get(x, y) ? out[c * width * height + at] : picture.sample(x, y, c) / 255f;
                        result[(y * picture.width() + x) * 3 + c] = (byte) (int) Math.clamp(value * 255, 0f, 255f);
                    }
                }
            }
        }
        return result;
    }

    private static int symmetric(int i, int length) {
        return i < length ? i : 2 * length - 1 - i;
    }
}
