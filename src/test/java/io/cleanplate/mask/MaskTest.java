package io.cleanplate.mask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.cleanplate.imaging.Orientation;
import io.cleanplate.imaging.Rect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MaskTest {
    @Test
    void greyAbove127IsMasked() {
        Mask mask = Mask.ofGrey(4, 1, new byte[] {0, 127, (byte) 128, (byte) 255});

        assertThat(mask.toGrey()).containsExactly(0, 0, 255, 255);
    }

    @Test
    void greyOfAnotherSizeIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Mask.ofGrey(3, 2, new byte[5]));
    }

    @Test
    void sizeWithoutPixelsIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Mask.empty(0, 5));
    }

    @Test
    void emptyMaskHasNoBounds() {
        Mask mask = Mask.empty(1000, 700);

        assertThat(mask.isEmpty()).isTrue();
        assertThat(mask.area()).isZero();
        assertThat(mask.bounds()).isEqualTo(Rect.EMPTY);
        assertThat(mask.components()).isEmpty();
        assertThat(mask.outerContourBoxes()).isEmpty();
    }

    @Test
    void nothingIsMaskedOutsideThePicture() {
        Mask all = Mask.empty(3, 2).invert();

        assertThat(all.get(-1, 0)).isFalse();
        assertThat(all.get(0, -1)).isFalse();
        assertThat(all.get(3, 0)).isFalse();
        assertThat(all.get(0, 2)).isFalse();
        assertThat(all.get(2, 1)).isTrue();
    }

    @Test
    void readsWithinARectangle() {
        Mask mask = Drawn.mask("#....", "..#..", "..##.", "....#");

        assertThat(mask.boundsWithin(new Rect(1, 0, 4, 4))).isEqualTo(new Rect(2, 1, 4, 3));
        assertThat(mask.areaWithin(new Rect(1, 0, 4, 4))).isEqualTo(3);
        assertThat(mask.areaWithin(new Rect(-10, -10, 100, 100))).isEqualTo(5);
        assertThat(mask.boundsWithin(new Rect(1, 0, 5, 1))).isEqualTo(Rect.EMPTY);
    }

    @Test
    void copiesAPartRowByRow() {
        Mask mask = Drawn.mask("#....", "..#..", "..##.");
        byte[] part = new byte[4];

        mask.copyInto(new Rect(2, 1, 4, 3), part);

        assertThat(part).containsExactly(1, 0, 1, 1);
    }

    @Test
    void partOutsideThePictureIsNotCopied() {
        Mask mask = Mask.empty(5, 5);

        assertThatIllegalArgumentException().isThrownBy(() -> mask.copyInto(new Rect(0, 0, 6, 1), new byte[6]));
        assertThatIllegalArgumentException().isThrownBy(() -> mask.copyInto(new Rect(0, 0, 2, 2), new byte[3]));
    }

    @Test
    void masksAreEqualByWhatTheyMask() {
        Mask painted = Drawn.mask("##.", "...");
        MaskBuffer buffer = MaskBuffer.of(Drawn.mask("###", "###"));
        buffer.rectangle(new Rect(0, 1, 3, 2), PaintMode.SUBTRACT);
        buffer.rectangle(new Rect(2, 0, 3, 1), PaintMode.SUBTRACT);

        assertThat(buffer.snapshot()).isEqualTo(painted).hasSameHashCodeAs(painted);
        assertThat(painted).isNotEqualTo(Drawn.mask("##.", "#.."));
        assertThat(painted).isNotEqualTo(Drawn.mask("##", ".."));
    }

    @Test
    void setOperationsGoPixelByPixel() {
        Mask one = Drawn.mask("##..");
        Mask other = Drawn.mask(".##.");

        assertThat(one.union(other)).isEqualTo(Drawn.mask("###."));
        assertThat(one.subtract(other)).isEqualTo(Drawn.mask("#..."));
        assertThat(one.intersect(other)).isEqualTo(Drawn.mask(".#.."));
        assertThat(one.invert()).isEqualTo(Drawn.mask("..##"));
    }

    @Test
    void setOperationsRefuseAnotherSize() {
        Mask one = Mask.empty(3, 2);

        assertThatIllegalArgumentException().isThrownBy(() -> one.union(Mask.empty(2, 3)));
    }

    @Test
    void growsByADisc() {
        Mask dot = Drawn.mask(".......", ".......", ".......", "...#...", ".......", ".......", ".......");

        assertThat(dot.grow(2))
                .isEqualTo(Drawn.mask(".......", "...#...", "..###..", ".#####.", "..###..", "...#...", "......."));
    }

    @Test
    void doesNotShrinkFromThePicturesBorder() {
        Mask half = Drawn.mask("####..", "####..", "####..");

        assertThat(half.shrink(2)).isEqualTo(Drawn.mask("##....", "##....", "##...."));
        assertThat(Mask.empty(600, 300).invert().shrink(50))
                .isEqualTo(Mask.empty(600, 300).invert());
    }

    @Test
    void negativeRadiusIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Mask.empty(3, 2).grow(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> Mask.empty(3, 2).shrink(-1));
    }

    @Test
    void growingWithoutLimitMasksEverything() {
        assertThat(Drawn.mask("#....", ".....").grow(Integer.MAX_VALUE))
                .isEqualTo(Mask.empty(5, 2).invert());
        assertThat(Drawn.mask("#####", "####.").shrink(Integer.MAX_VALUE)).isEqualTo(Mask.empty(5, 2));
    }

    @ParameterizedTest
    @EnumSource
    void turnedMaskShowsTheSamePixels(Orientation stored) {
        int width = 270;
        int height = 3;
        Mask upright = stored.swapsSides() ? lShape(height, width) : lShape(width, height);

        Mask turned = upright.turned(stored);

        assertThat(turned.width()).isEqualTo(width);
        assertThat(turned.height()).isEqualTo(height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                assertThat(turned.get(x, y))
                        .as("%d, %d", x, y)
                        .isEqualTo(upright.get(
                                stored.uprightX(x, y, width, height), stored.uprightY(x, y, width, height)));
            }
        }
    }

    private static Mask lShape(int width, int height) {
        MaskBuffer buffer = new MaskBuffer(width, height);
        buffer.rectangle(new Rect(0, 0, 1, height - 1), PaintMode.ADD);
        buffer.rectangle(new Rect(0, 0, width / 2 + 1, 1), PaintMode.ADD);
        return buffer.snapshot();
    }
}
